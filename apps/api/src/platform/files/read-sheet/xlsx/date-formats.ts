import { scanPart } from "./scan-part.ts";
import { attributesOf } from "./xml-text.ts";
import type { ZipArchive } from "./zip-archive.ts";

/** Tells whether the numbers of a cell style (`s` of a cell) show as dates. */
export type IsDateStyle = (style: number) => boolean;

/** Formats that every program knows by number: 14–22 and 45–47 everywhere, the others in Chinese workbooks. */
const BUILT_IN: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 45],
  [47, 47],
  [50, 58],
];

/** Reads which cell styles of the workbook are dates. */
export async function readDateStyles(
  archive: ZipArchive,
  part: string | undefined,
): Promise<IsDateStyle> {
  if (part === undefined || !archive.has(part)) return () => false;
  const own = new Map<number, boolean>();
  const formats: number[] = [];
  let isCellStyles = false;
  await scanPart(archive, part, {
    open(name, raw) {
      if (name === "cellXfs") isCellStyles = true;
      else if (name === "xf" && isCellStyles) {
        formats.push(Number(attributesOf(raw).get("numFmtId") ?? "0"));
      } else if (name === "numFmt") {
        const attributes = attributesOf(raw);
        own.set(
          Number(attributes.get("numFmtId")),
          isDateFormat(attributes.get("formatCode") ?? ""),
        );
      }
    },
    close(name) {
      if (name === "cellXfs") isCellStyles = false;
    },
  });
  const styles = formats.map((format) => own.get(format) ?? isBuiltInDate(format));
  return (style) => styles[style] ?? false;
}

/** Whether a number format shows a point in time; `[h]:mm` shows how long something took, which is a number. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|[_*]./gu, "");
  if (/\[(?:h+|m+|s+)\]/iu.test(bare)) return false;
  const letters = bare.replace(/\[[^[\]]*\]/gu, "").trim();
  if (/^(?:general|standard|g\/通用格式)/iu.test(letters)) return false;
  return /[ymdhs]/iu.test(letters);
}

function isBuiltInDate(format: number): boolean {
  return BUILT_IN.some(([from, to]) => from <= format && format <= to);
}
