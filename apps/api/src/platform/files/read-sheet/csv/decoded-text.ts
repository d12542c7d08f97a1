import { createReadStream } from "node:fs";

import type { SheetEncoding } from "../sheet.ts";

/** A file's text in pieces, without its byte-order mark; bytes that mean nothing become U+FFFD. */
export async function* decodedText(path: string, encoding: SheetEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
