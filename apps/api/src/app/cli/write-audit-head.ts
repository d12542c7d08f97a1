import { writeHead } from "../../modules/audit/index.ts";
import type { Command } from "./command.ts";
import { readWords } from "./words.ts";

export const writeAuditHeadCommand: Command<object> = {
  usage: "write-audit-head",
  summary: "把审计链首写出到数据库之外（服务运行时每小时自动写出）",
  parse(words) {
    const read = readWords(words, [], {});
    return typeof read === "string" ? read : {};
  },
  async run(context, _words, { auditHeads }) {
    const written = await writeHead(context, auditHeads);
    switch (written.outcome) {
      case "WRITTEN":
        console.log(`已写出第 ${written.head.sequence} 条：${written.head.hash}`);
        console.log(auditHeads);
        return 0;
      case "UNCHANGED":
        console.log(`第 ${written.head.sequence} 条已写出，此后没有新的记录。`);
        return 0;
      case "EMPTY":
        console.log("审计链还没有记录。");
        return 0;
      case "CONTRADICTED":
        console.error("审计链与已写出的链首不符，没有写出。核对：verify-audit");
        return 1;
    }
  },
};
