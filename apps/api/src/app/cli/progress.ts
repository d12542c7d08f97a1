import type { ImportProgress } from "../../modules/cases/index.ts";

const phases = { STAGING: "检查", COMMITTING: "导入", UNDOING: "撤销" } as const;

export const showProgress = ({ phase, done, total }: ImportProgress): void =>
  showShare(phases[phase], done, total, " 行");

/** One line on a terminal that is written over; nothing where nobody watches. */
export function showShare(what: string, done: number, total: number | null, unit = " 项"): void {
  if (!process.stderr.isTTY) return;
  const share = total ? ` / ${total}（${Math.floor((100 * done) / total)}%）` : "";
  const ended = total !== null && done >= total;
  process.stderr.write(`\r\u001B[K${what} ${done}${share}${unit}${ended ? "\n" : ""}`);
}
