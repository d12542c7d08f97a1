import type { ImportProgress } from "../../modules/cases/index.ts";

const phases = { STAGING: "检查", COMMITTING: "导入", UNDOING: "撤销" } as const;

/** One line on a terminal that is written over; nothing where nobody watches. */
export function showProgress({ phase, done, total }: ImportProgress): void {
  if (!process.stderr.isTTY) return;
  const share = total ? ` / ${total}（${Math.floor((100 * done) / total)}%）` : "";
  const ended = total !== null && done >= total;
  process.stderr.write(`\r\u001B[K${phases[phase]} ${done}${share} 行${ended ? "\n" : ""}`);
}
