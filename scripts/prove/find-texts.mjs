// Looks for texts in bytes in every form in which they could lie there.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";

const utf16be = (text) => Buffer.from(text, "utf16le").swap16();

/** Base64 of the text wherever it begins in a group of three, without what its neighbours decide. */
function base64Forms(text) {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor(((offset + bytes.length) * 8) / 6);
    const inner = padded.slice(first, last);
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

function formsOf(text) {
  const hex = Buffer.from(text).toString("hex");
  const escaped = [...text]
    .map((one) => (one > "\u007f" ? String.raw`\u${one.charCodeAt(0).toString(16)}` : one))
    .join("");
  const asBytes = [text, escaped, hex, hex.toUpperCase(), encodeURIComponent(text)];
  return [
    ...[...asBytes, ...base64Forms(text)].map((form) => Buffer.from(form)),
    Buffer.from(text, "utf16le"),
    utf16be(text),
  ];
}

/** Answers a function that counts where any of the texts lies in some bytes. */
export function finderOf(texts) {
  const forms = new Map(texts.flatMap(formsOf).map((form) => [form.toString("latin1"), form]));
  return (bytes) => {
    let hits = 0;
    for (const form of forms.values()) {
      for (let at = bytes.indexOf(form); at !== -1; at = bytes.indexOf(form, at + 1)) hits += 1;
    }
    return hits;
  };
}

/** Plants the texts in forms that must be found, or finding nothing says nothing; answers how many. */
export function proveFinder(find, texts) {
  const planted = texts.flatMap((text) => [
    ...["utf8", "utf16le"].map((encoding) => Buffer.from(`ab${text}cd`, encoding)),
    ...["hex", "base64", "base64url"].flatMap((encoding) =>
      ["", "a", "ab"].map((before) => Buffer.from(Buffer.from(before + text).toString(encoding))),
    ),
  ]);
  const missed = planted.filter((bytes) => find(bytes) === 0).length;
  if (missed > 0) throw new Error(`the search misses ${missed} of ${planted.length} forms`);
  return planted.length;
}

/** Every file below a folder with its hits; what goes away meanwhile is not there. */
export function searchFolder(folder, find) {
  const found = { files: 0, bytes: 0, hits: 0, where: [] };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    let bytes;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      if (error.code === "ENOENT") continue;
      throw error;
    }
    const hits = find(bytes);
    found.files += 1;
    found.bytes += bytes.length;
    found.hits += hits;
    if (hits > 0) found.where.push(`${path}: ${hits}`);
  }
  return found;
}

/** The parts of a Word file, inflated: its text lies there. */
export function partsOf(zip) {
  const parts = [zip];
  for (
    let at = zip.indexOf("PK\u0003\u0004");
    at !== -1;
    at = zip.indexOf("PK\u0003\u0004", at + 4)
  ) {
    const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    try {
      parts.push(inflateRawSync(zip.subarray(from)));
    } catch {
      // Stored, not deflated: it was looked at as it is.
    }
  }
  return parts;
}
