import { afterAll, beforeAll, expect, it } from "vitest";

import { caseFile } from "../../../../test/case-file.ts";
import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { importFile } from "../../../../test/import-file.ts";
import { readBoard } from "./read-board.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
});
afterAll(() => installation.close());

it("shows the three hundred that are due first, and counts them all", async () => {
  const minutes = (count: number): string =>
    `2026-07-01 ${String(8 + Math.floor(count / 60)).padStart(2, "0")}:${String(count % 60).padStart(2, "0")}:00`;
  const lines = Array.from({ length: 302 }, (_, index) => ({
    受理编号: `NMG-${index}`,
    // The last of the file was received first.
    资料接收时间: minutes(302 - index),
    到达时间: "",
    办结时间: "",
  }));
  await importFile(installation, await caseFile(lines));
  const board = await readBoard(installation.as());
  const shown = board.onsite.map(({ case: { number } }) => number);
  expect(shown).toHaveLength(300);
  expect([shown[0], shown.at(-1)]).toEqual(["NMG-301", "NMG-2"]);
  expect([board.onsiteOpen, board.onlineOpen, board.online]).toEqual([302, 0, []]);
});
