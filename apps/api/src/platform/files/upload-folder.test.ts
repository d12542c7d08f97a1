import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";

import { afterEach, beforeEach, expect, it } from "vitest";

import { UploadFolder, UploadTooLargeError } from "./upload-folder.ts";

const admit = (): void => {};
let root: string;
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), "signet-upload-test-")), "uploads");
});
afterEach(() => rmSync(dirname(root), { recursive: true, force: true }));

it("keeps a file that only its own user can open, and nothing when it closes", async () => {
  const folder = await UploadFolder.open(root);
  const path = await folder.receive(Readable.from([Buffer.from("a,b")]), 3, admit);
  expect(readFileSync(path, "utf8")).toBe("a,b");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(root).mode & 0o777).toBe(0o700);
  await folder.remove(path);
  await folder.receive(Readable.from([Buffer.from("left")]), 9, admit);
  await folder.close();
  expect(readdirSync(root)).toEqual([]);
});

it("keeps nothing of a file that is too large, that breaks off, or for which room runs out", async () => {
  const folder = await UploadFolder.open(root);
  await expect(folder.receive(Readable.from([Buffer.from("abcd")]), 3, admit)).rejects.toThrow(
    UploadTooLargeError,
  );
  const broken = new Readable({ read: () => broken.destroy(new Error("gone")) });
  const parts = [Buffer.from("a"), Buffer.from("b")];
  let room = 1;
  const full = folder.receive(Readable.from(parts), 3, () => {
    if ((room -= 1) < 0) throw new Error("full");
  });
  await expect(full).rejects.toThrow("full");
  await expect(folder.receive(broken, 3, admit)).rejects.toThrow("gone");
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
