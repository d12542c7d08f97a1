import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { Writable } from "node:stream";

import { writeXlsxStream } from "hucre/xlsx";
import { describe, expect, it } from "vitest";

import { openSheet } from "./open-sheet.ts";
import { codeOf, fileOf } from "./sheet-fixtures.ts";
import { SHEET_LIMITS } from "./sheet.ts";

const COLUMNS = Array.from({ length: 8 }, (_, index) => `列${index + 1}`);
const ROWS = 100_000;

function* largeTable() {
  yield COLUMNS;
  for (let line = 2; line <= ROWS + 1; line += 1)
    yield COLUMNS.map((column) => `${column}的内容${line}`);
}

/** Walks the rows and tells how much the heap grew at most, after a first part to warm up. */
async function walk(path: string) {
  const sheet = await openSheet(path);
  let count = 0;
  let line = 0;
  let start = 0;
  let peak = 0;
  for await (const row of sheet.rows) {
    count += 1;
    line = row.line;
    if (count % 5000 !== 0) continue;
    const { rss } = process.memoryUsage();
    if (count === 20_000) start = rss;
    peak = Math.max(peak, rss);
  }
  return { count, line, grownMb: (peak - start) / 1024 / 1024 };
}

describe("a file that is no sheet", () => {
  it("is told from one by its content", async () => {
    expect(await codeOf(Buffer.from("d0cf11e0a1b11ae10000", "hex"))).toBe("NOT_A_SHEET");
    expect(await codeOf("<html><table><tr><td>甲</td></tr></table></html>")).toBe("NOT_A_SHEET");
    expect(
      await codeOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1])),
    ).toBe("NOT_A_SHEET");
    expect(await codeOf(Buffer.from("504b0506000000", "hex"))).toBe("NOT_A_SHEET");
  });

  it("is refused unread when it is too large", async () => {
    expect(await codeOf("a,b\n1,2\n", { ...SHEET_LIMITS, fileBytes: 5 })).toBe("TOO_LARGE");
    expect(await codeOf("a,b\n1,2\n3,4\n", { ...SHEET_LIMITS, rows: 2 })).toBe("TOO_LARGE");
  });
});

describe("a sheet of 100,000 rows", () => {
  it("streams from a CSV in flat memory", async () => {
    const path = await fileOf("");
    const file = createWriteStream(path);
    for (const row of largeTable())
      if (!file.write(`${row.join(",")}\r\n`)) await once(file, "drain");
    file.end();
    await once(file, "close");
    const { count, line, grownMb } = await walk(path);
    expect({ count, line }).toEqual({ count: ROWS, line: ROWS + 1 });
    expect(grownMb).toBeLessThan(100);
  });

  it("streams from a workbook in flat memory", async () => {
    const path = await fileOf("");
    const target = Writable.toWeb(createWriteStream(path)) as WritableStream<Uint8Array>;
    await writeXlsxStream(largeTable(), { name: "甲" }).pipeTo(target);
    const { count, line, grownMb } = await walk(path);
    expect({ count, line }).toEqual({ count: ROWS, line: ROWS + 1 });
    expect(grownMb).toBeLessThan(100);
  });

  it("can be left at any row, and closed twice", async () => {
    for (const content of ["a\n1\n2\n3\n", `a\n${"1\n".repeat(200_000)}`]) {
      const sheet = await openSheet(await fileOf(content));
      for await (const row of sheet.rows) if (row.line === 3) break;
      await sheet.close();
      await sheet.close();
      expect(sheet.heading).toEqual(["a"]);
    }
  });
});
