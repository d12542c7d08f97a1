import type { WorkContext } from "../../platform/orm/index.ts";
import { rotateDataKeys } from "../../platform/keys/rotate-data-keys.ts";
import { rotateMasterKey } from "../../platform/keys/rotate-master-key.ts";
import { type RotatingClass, rotatingClasses, sealedColumns } from "../sealed-columns.ts";
import type { Command, Surroundings } from "./command.ts";
import { showShare } from "./progress.ts";
import { readWords } from "./words.ts";

interface RotationWords {
  readonly classes: readonly RotatingClass[];
  readonly isMaster: boolean;
}

export const rotateKeysCommand: Command<RotationWords> = {
  usage: `rotate-keys [--class ${rotatingClasses.join("|")}] [--master]`,
  summary: "更换数据密钥并重新加密（索引一并重建）；--master 更换主密钥",
  parse(words) {
    const read = readWords(words, [], { class: { type: "string" }, master: { type: "boolean" } });
    if (typeof read === "string") return read;
    const { class: name, master: isMaster = false } = read.values;
    const named = rotatingClasses.filter((one) => one === name);
    if (name !== undefined && named.length === 0)
      return `不能更换 ${name} 的密钥。可更换：${rotatingClasses.join("、")}`;
    // The master key alone, unless a class is named as well.
    const classes = name === undefined ? (isMaster ? [] : rotatingClasses) : named;
    return { classes, isMaster };
  },
  async run(context, { classes, isMaster }, surroundings) {
    for (const name of classes) {
      if (!(await rotateClass(context, name, surroundings))) {
        console.error("已停止。再次运行同一命令继续。");
        return 130;
      }
    }
    return isMaster ? rotateMaster(context, surroundings.keyFile) : 0;
  },
};

async function rotateClass(
  context: WorkContext,
  name: RotatingClass,
  { keyFile, requestMs, signal }: Surroundings,
): Promise<boolean> {
  if (signal.aborted) return false;
  if (process.stderr.isTTY) console.error(`${name}：等待各进程读取新密钥…`);
  let resealed = 0;
  const columns = sealedColumns.filter(({ dataClass }) => dataClass === name);
  const outcome = await rotateDataKeys(context, columns, {
    keyFile,
    requestMs,
    signal,
    onProgress: (done, total) => showShare(`重新加密 ${name}`, (resealed = done), total),
  });
  if (outcome === "DONE") console.log(`${name}：已重新加密 ${resealed} 项，旧密钥已停用。`);
  return outcome === "DONE";
}

async function rotateMaster(context: WorkContext, keyFile: string): Promise<number> {
  const rotated = await rotateMasterKey(context, keyFile);
  if (!rotated.ok) {
    console.error(`${keyFile}.old 已存在：那是更早的主密钥。请先把它移到别处，再运行。`);
    return 1;
  }
  console.log(`主密钥已更换，请备份 ${keyFile}。`);
  console.log(`旧主密钥在 ${rotated.value.former}：此前的数据库备份仍需要它，请移到备份处保管。`);
  return 0;
}
