import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** The file has more bytes than it may have. */
export class UploadTooLargeError extends Error {
  override readonly name = "UploadTooLargeError";
}

/**
 * Where files that people send lie while they are read: only this process's user can open them, and
 * what a killed process left behind goes at the next start.
 */
export class UploadFolder {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /** A folder of this process below `root`; among the temporary files where there is none. */
  static async open(root: string | null): Promise<UploadFolder> {
    if (root === null) return new UploadFolder(await mkdtemp(join(tmpdir(), "signet-uploads-")));
    await mkdir(root, { recursive: true, mode: 0o700 });
    for (const name of await readdir(root)) {
      if (!isAnotherProcess(Number(name))) await rm(join(root, name), { recursive: true });
    }
    const own = join(root, String(process.pid));
    await mkdir(own, { mode: 0o700 });
    return new UploadFolder(own);
  }

  /**
   * Keeps what a stream says in a file, and answers its path; `admit` is asked before each part of it,
   * and nothing stays of a file to which it objects. @throws {UploadTooLargeError}
   */
  async receive(body: Readable, mostBytes: number, admit: () => void): Promise<string> {
    const path = join(this.#path, randomUUID());
    try {
      const file = createWriteStream(path, { flags: "wx", mode: 0o600 });
      await pipeline(body, taking(mostBytes, admit), file);
      return path;
    } catch (error) {
      await this.remove(path);
      throw error;
    }
  }

  remove(path: string): Promise<void> {
    return rm(path, { force: true });
  }

  close(): Promise<void> {
    return rm(this.#path, { recursive: true, force: true });
  }
}

/** A folder of our own number is from a life before: numbers are given out again. */
function isAnotherProcess(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function taking(mostBytes: number, admit: () => void): Transform {
  let seen = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      seen += part.length;
      if (seen > mostBytes) return done(new UploadTooLargeError(`more than ${mostBytes} bytes`));
      try {
        admit();
        done(null, part);
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
