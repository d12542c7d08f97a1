import type { ZipArchive } from "./zip-archive.ts";
import { XmlScanner, type XmlHandler } from "./xml-scanner.ts";

/** Reads a whole part of the archive through a handler. */
export async function scanPart(archive: ZipArchive, name: string, handler: XmlHandler) {
  const scanner = new XmlScanner(handler);
  for await (const piece of archive.text(name)) scanner.write(piece);
}
