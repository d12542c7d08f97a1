import { message } from "@signet/domain";

import { inviteAdministrator } from "../../modules/accounts/index.ts";
import type { Command } from "./command.ts";
import { readWords } from "./words.ts";

const username = /^[a-z0-9][a-z0-9._-]{1,39}$/;

export const inviteAdministratorCommand: Command<{ readonly username: string }> = {
  usage: "invite-administrator USERNAME",
  summary: "建立中心管理员账号（或为其重置），打印一次性链接，72 小时内有效",
  parse(words) {
    const read = readWords(words, ["USERNAME"], {});
    if (typeof read === "string") return read;
    const [name = ""] = read.parameters;
    return username.test(name)
      ? { username: name }
      : "账号名须为 2 至 40 个小写字母、数字、点、横线或下划线";
  },
  async run(context, parsed, { address }) {
    const invited = await inviteAdministrator(context, parsed.username);
    if (!invited.ok) {
      console.error(message(invited.error.code, "zh-CN"));
      return 1;
    }
    console.log(`${address.replace(/\/$/, "")}/join#${invited.value.token}`);
    return 0;
  },
};
