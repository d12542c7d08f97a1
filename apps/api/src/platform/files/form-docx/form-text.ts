import { TextRun, type IRunOptions } from "docx";

const LATIN = { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman" };

/** The fonts of printed notices, under the names Chinese Word has; marks both scripts use are set as Chinese ones. */
export const SONGTI = { ...LATIN, eastAsia: "宋体", hint: "eastAsia" };
export const HEITI = { ...LATIN, eastAsia: "黑体", hint: "eastAsia" };
export const FANGSONG = { ...LATIN, eastAsia: "仿宋", hint: "eastAsia" };

/** What XML cannot hold, halves of surrogate pairs among it: Word refuses to open a file that has them. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu;

/** A text as runs of one format; its line breaks are line breaks on paper, too. */
export function runsOf(text: string, format: IRunOptions): TextRun[] {
  return text
    .replace(CONTROL, "")
    .split(/\r\n?|\n/u)
    .map((line, index) => new TextRun({ ...format, text: line, ...(index > 0 && { break: 1 }) }));
}
