import type { FileHandle } from "node:fs/promises";

import { SheetError } from "../sheet.ts";

/** Where a part of the archive lies in the file, and how. `size` is the compressed one. */
export interface ZipEntry {
  readonly offset: number;
  readonly size: number;
  readonly method: "stored" | "deflated";
  readonly checksum: number;
}

const END_SIGNATURE = Buffer.from("504b0506", "hex");
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const ZIP64_FIELD = 0x0001;
const SEE_ZIP64 = 0xffff_ffff;
const ENCRYPTED_FLAG = 0x0001;
/** A workbook has dozens of parts. */
const LARGEST_DIRECTORY = 4 * 1024 * 1024;

/** Reads the list of an archive's parts from its end, by lower-case name: programs differ in case and in slashes. */
export async function readZipDirectory(file: FileHandle): Promise<ReadonlyMap<string, ZipEntry>> {
  const { size } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, END_BYTES + LONGEST_COMMENT));
  await file.read(tail, 0, tail.length, size - tail.length);
  const end = tail.lastIndexOf(END_SIGNATURE);
  if (end === -1 || end + END_BYTES > tail.length) throw damaged();
  const bytes = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (bytes > LARGEST_DIRECTORY || offset + bytes > size) throw damaged();
  const directory = Buffer.alloc(bytes);
  await file.read(directory, 0, bytes, offset);
  try {
    return entriesOf(directory);
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error;
  }
}

function entriesOf(directory: Buffer): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY_SIGNATURE) {
    const extra = at + ENTRY_BYTES + directory.readUInt16LE(at + 28);
    const comment = extra + directory.readUInt16LE(at + 30);
    const name = directory.toString("utf8", at + ENTRY_BYTES, extra);
    const entry = entryAt(directory, at, directory.subarray(extra, comment));
    entries.set(name.replaceAll("\\", "/").toLowerCase(), entry);
    at = comment + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(directory: Buffer, at: number, extra: Buffer): ZipEntry {
  const method = directory.readUInt16LE(at + 10);
  if ((directory.readUInt16LE(at + 8) & ENCRYPTED_FLAG) !== 0 || (method !== 0 && method !== 8)) {
    throw new SheetError("UNREADABLE_FILE", "the archive is encrypted or of an unknown method");
  }
  const [, size, offset] = largeNumbers(
    extra,
    [24, 20, 42].map((field) => directory.readUInt32LE(at + field)),
  );
  if (size === undefined || offset === undefined) throw damaged();
  return {
    offset,
    size,
    method: method === 0 ? "stored" : "deflated",
    checksum: directory.readUInt32LE(at + 16),
  };
}

/** Numbers that do not fit stand in the zip64 field, in this order, and only those that do not fit. */
function largeNumbers(extra: Buffer, numbers: number[]): number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== ZIP64_FIELD) {
    at += 4 + extra.readUInt16LE(at + 2);
  }
  at += 4;
  return numbers.map((number) => {
    if (number !== SEE_ZIP64) return number;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
}

function damaged(): SheetError {
  return new SheetError("UNREADABLE_FILE", "the archive is damaged or cut off");
}
