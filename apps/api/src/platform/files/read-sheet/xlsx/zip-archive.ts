import { open, type FileHandle } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";

import { SheetError, type SheetLimits } from "../sheet.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

const LOCAL_HEADER_BYTES = 30;
const CHUNK_BYTES = 64 * 1024;

/** A zip archive read part by part from its file, never whole, and never inflated past the limit all told. */
export class ZipArchive {
  readonly #file: FileHandle;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #inflatableBytes: number;

  private constructor(
    file: FileHandle,
    entries: ReadonlyMap<string, ZipEntry>,
    limits: SheetLimits,
  ) {
    this.#file = file;
    this.#entries = entries;
    this.#inflatableBytes = limits.inflatedBytes;
  }

  static async open(path: string, limits: SheetLimits): Promise<ZipArchive> {
    const file = await open(path);
    try {
      return new ZipArchive(file, await readZipDirectory(file), limits);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The inflated text of a part, in pieces. @throws {SheetError} also while it is read */
  async *text(name: string): AsyncGenerator<string> {
    const decoder = new TextDecoder("utf-8");
    for await (const bytes of this.#bytes(name)) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async *#bytes(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) throw new SheetError("UNREADABLE_FILE", "a part is missing");
    if (entry.size === 0) return;
    const { source, content } = await this.#content(entry);
    let checksum = 0;
    try {
      for await (const bytes of content as AsyncIterable<Buffer>) {
        this.#inflatableBytes -= bytes.length;
        if (this.#inflatableBytes < 0) throw new SheetError("TOO_LARGE", "inflates past the limit");
        checksum = crc32(bytes, checksum);
        yield bytes;
      }
    } catch (error) {
      if (error instanceof SheetError) throw error;
      throw new SheetError("UNREADABLE_FILE", "a part cannot be inflated", { cause: error });
    } finally {
      content.destroy();
      source.destroy();
    }
    if (checksum !== entry.checksum) throw new SheetError("UNREADABLE_FILE", "a part is damaged");
  }

  async #content(entry: ZipEntry) {
    const header = Buffer.alloc(LOCAL_HEADER_BYTES);
    await this.#file.read(header, 0, header.length, entry.offset);
    const start = entry.offset + header.length + header.readUInt16LE(26) + header.readUInt16LE(28);
    const source = Readable.from(this.#stored(start, start + entry.size), { objectMode: false });
    if (entry.method === "stored") return { source, content: source };
    // An error of either stream ends the reading of `content`; there is nothing more to do about it here.
    return { source, content: pipeline(source, createInflateRaw(), () => {}) };
  }

  /** Not the file handle's own stream: destroying that one closes the file. */
  async *#stored(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end;) {
      const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, end - at));
      const { bytesRead } = await this.#file.read(chunk, 0, chunk.length, at);
      if (bytesRead === 0) throw new SheetError("UNREADABLE_FILE", "the archive is cut off");
      yield chunk.subarray(0, bytesRead);
      at += bytesRead;
    }
  }
}
