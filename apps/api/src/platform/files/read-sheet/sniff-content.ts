import { SheetError } from "./sheet.ts";

/** Compound files: the old .xls, and every workbook under a password. */
const COMPOUND_FILE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const ZIP = Buffer.from("504b0304", "hex");
const EMPTY_ZIP = Buffer.from("504b0506", "hex");

/** Pages and XML that systems export under the name .xls. */
const MARKUP = /^\s*<(?:!doctype|html|table|\?xml|meta|head|body)\b/iu;

/** Tells from the first bytes of a file how to read it. @throws {SheetError} NOT_A_SHEET */
export function sniffContent(start: Buffer): "zip" | "text" {
  if (startsWith(start, ZIP)) return "zip";
  if (startsWith(start, EMPTY_ZIP)) throw new SheetError("NOT_A_SHEET", "an empty archive");
  if (startsWith(start, COMPOUND_FILE)) {
    throw new SheetError("NOT_A_SHEET", "an .xls file, or a workbook protected by a password");
  }
  if (MARKUP.test(start.toString("latin1").replace(/^\u00EF\u00BB\u00BF/u, ""))) {
    throw new SheetError("NOT_A_SHEET", "a page or an XML file");
  }
  if (isBinary(start)) throw new SheetError("NOT_A_SHEET", "neither text nor a workbook");
  return "text";
}

function startsWith(start: Buffer, signature: Buffer): boolean {
  return start.subarray(0, signature.length).equals(signature);
}

/** Text has no control characters but white space; a few NULs and a Ctrl-Z are what sloppy exports leave behind. */
function isBinary(start: Buffer): boolean {
  const mark = start.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff") return false;
  let control = 0;
  for (const byte of start) if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) control += 1;
  return control * 10 > start.length;
}
