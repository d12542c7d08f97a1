import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";

import { afterEach, beforeEach, expect, it } from "vitest";

import { UploadFolder, UploadTooLargeError } from "./upload-folder.ts";

let root: string;
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), "signet-upload-test-")), "uploads");
});
afterEach(() => rmSync(dirname(root), { recursive: true, force: true }));

it("keeps a file that only its own user can open, and nothing when it closes", async () => {
  const folder = await UploadFolder.open(root);
  const path = await folder.receive(Readable.from([Buffer.from("a,b")]), 3);
  expect(readFileSync(path, "utf8")).toBe("a,b");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(root).mode & 0o777).toBe(0o700);
  await folder.remove(path);
  await folder.receive(Readable.from([Buffer.from("left")]), 9);
  await folder.close();
  expect(readdirSync(root)).toEqual([]);
});

it("keeps nothing of a file that is too large, or that breaks off", async () => {
  const folder = await UploadFolder.open(root);
  await expect(folder.receive(Readable.from([Buffer.from("abcd")]), 3)).rejects.toThrow(
    UploadTooLargeError,
  );
  const broken = new Readable({ read: () => broken.destroy(new Error("gone")) });
  await expect(folder.receive(broken, 3)).rejects.toThrow("gone");
  expect(readdirSync(join(root, String(process.pid)))).toEqual([]);
  await folder.close();
});

it("clears away what processes left that are no more, and leaves what others use", async () => {
  for (const name of ["4194305", String(process.ppid), String(process.pid)])
    mkdirSync(join(root, name), { recursive: true });
  const folder = await UploadFolder.open(root);
  expect(readdirSync(root).toSorted()).toEqual(
    [String(process.pid), String(process.ppid)].toSorted(),
  );
  await folder.close();
});
