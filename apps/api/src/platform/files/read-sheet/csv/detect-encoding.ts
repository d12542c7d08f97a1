import { createReadStream } from "node:fs";

import type { SheetEncoding } from "../sheet.ts";
import { decodedText } from "./decoded-text.ts";

/** Text of the other encoding never forms this many UTF-8 sequences of several bytes for one that is broken. */
const SOUND_FOR_ONE_BROKEN = 20;

/**
 * Decides how a text file is encoded by decoding all of it: the first Chinese name may stand after megabytes of digits.
 * Strictly valid UTF-8 is UTF-8; all else is GB18030, except UTF-8 that something damaged in a few places.
 */
export async function detectEncoding(path: string): Promise<SheetEncoding> {
  const mark = await byteOrderMark(path);
  if (mark !== undefined) return mark;
  return (await isStrictUtf8(path)) || (await isDamagedUtf8(path)) ? "utf-8" : "gb18030";
}

async function byteOrderMark(path: string): Promise<SheetEncoding | undefined> {
  for await (const chunk of createReadStream(path, { end: 2 }) as AsyncIterable<Buffer>) {
    const hex = chunk.toString("hex");
    if (hex.startsWith("efbbbf")) return "utf-8";
    if (hex.startsWith("fffe")) return "utf-16le";
    if (hex.startsWith("feff")) return "utf-16be";
  }
  return undefined;
}

async function isStrictUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function isDamagedUtf8(path: string): Promise<boolean> {
  let sound = 0;
  let broken = 0;
  for await (const text of decodedText(path, "utf-8")) {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === 0xfffd) broken += 1;
      else if (unit > 0x7f) sound += 1;
    }
  }
  return sound > broken * SOUND_FOR_ONE_BROKEN;
}
