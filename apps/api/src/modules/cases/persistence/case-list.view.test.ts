import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { caseFile } from "../../../../test/case-file.ts";
import type { TestInstallation } from "../../../../test/create-test-installation.ts";
import { importFile } from "../../../../test/import-file.ts";
import { createSampleInstallation, sampleIdentityNumbers } from "../../../../test/sample.ts";
import { type Scope, withinScope } from "../../../platform/orm/index.ts";
import type { CaseField, CaseRow } from "./case-columns.ts";
import {
  type CaseFilter,
  type CasePage,
  countCases,
  readCase,
  readCases,
} from "./case-list.view.ts";

const everything: Scope = { actorId: "tester", vendors: "all", regions: "all" };
const fields = new Set<CaseField>([
  "number",
  "vendorId",
  "regionCode",
  "channel",
  "requestKind",
  "state",
  "quarter",
  "applicantName",
  "identityNumber",
]);
const firstPage: CasePage = {
  descending: true,
  size: 5_000,
  backwards: false,
  cursor: null,
  fields,
};
let installation: TestInstallation;
let all: readonly CaseRow[];
let vendorId: string;

beforeAll(async () => {
  installation = await createSampleInstallation();
  vendorId = await installation.vendorId("XS");
  await importFile(
    installation,
    await caseFile([
      { 受理编号: "100%A", 主体名称: "百分之_百公司" },
      { 受理编号: "100XA", 主体名称: "百分之X百公司" },
      { 受理编号: String.raw`100\A`, 主体名称: "反斜杠公司" },
    ]),
  );
  all = await rowsOf({});
});
afterAll(() => installation.close());

const query = (filter: CaseFilter, scope = everything) => ({
  scope,
  filter,
  now: installation.clock.now(),
  vault: installation.vault,
});
async function rowsOf(filter: CaseFilter, scope = everything): Promise<readonly CaseRow[]> {
  const { rows } = await read(query(filter, scope), firstPage);
  return rows;
}
const read = (asked: ReturnType<typeof query>, page: CasePage): ReturnType<typeof readCases> =>
  withinScope(asked.scope, () => readCases(installation.orm.em.fork(), asked, page));
const countOf = (filter: CaseFilter, scope = everything): Promise<number> =>
  withinScope(scope, () => countCases(installation.orm.em.fork(), query(filter, scope)));
const numbersOf = (rows: readonly CaseRow[]): string[] =>
  rows.map(({ number }) => number).toSorted();

describe("the list of cases", () => {
  const from = new Date("2026-08-01T00:00:00+08:00");
  const before = new Date("2026-09-01T00:00:00+08:00");

  it.each<[string, () => CaseFilter, (row: CaseRow) => boolean]>([
    ["of a vendor", () => ({ vendorId }), (row) => row.vendorId === vendorId],
    ["of a region", () => ({ regionCode: "152524" }), (row) => row.regionCode === "152524"],
    ["of a channel", () => ({ channel: "ONLINE" }), (row) => row.channel === "ONLINE"],
    [
      "of some kinds",
      () => ({ requestKinds: ["UNLOCK", "CHANGE"] }),
      (row) => row.requestKind === "UNLOCK" || row.requestKind === "CHANGE",
    ],
    ["in a state", () => ({ states: ["BREACHED"] }), (row) => row.state === "BREACHED"],
    ["of a quarter", () => ({ quarter: "2026Q4" }), (row) => row.quarter === "2026Q4"],
    [
      "received within a time, its end left out",
      () => ({ receivedFrom: from, receivedBefore: before }),
      (row) => new Date(row.receivedAt) >= from && new Date(row.receivedAt) < before,
    ],
    [
      "by several conditions at once",
      () => ({ vendorId, channel: "ONSITE", states: ["BREACHED"], quarter: "2026Q3" }),
      (row) =>
        row.vendorId === vendorId &&
        row.channel === "ONSITE" &&
        row.state === "BREACHED" &&
        row.quarter === "2026Q3",
    ],
    [
      "by the beginning of a number",
      () => ({ search: "XS20263007" }),
      (row) => row.number.startsWith("XS20263007"),
    ],
    [
      "by a part of a name",
      () => ({ search: "专家0001" }),
      (row) => row.applicantName.includes("专家0001"),
    ],
  ])("finds those %s, no others, and counts as many", async (_what, filter, holds) => {
    const wanted = all.filter(holds);
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(all.length);
    expect(numbersOf(await rowsOf(filter()))).toEqual(numbersOf(wanted));
    expect(await countOf(filter())).toBe(wanted.length);
  });

  it.each([
    ["100%", ["100%A"]],
    ["百分之_", ["100%A"]],
    [String.raw`100\A`, [String.raw`100\A`]],
    ["%", []],
    ["_", ["100%A"]],
    ["026300", []],
  ])("takes %j in a search for what it is", async (search, numbers) => {
    expect(numbersOf(await rowsOf({ search }))).toEqual(numbers);
  });

  it("finds a person by the whole identity number only, and shows it masked", async () => {
    const number = "152526198903147743";
    expect(sampleIdentityNumbers()).toContain(number);
    const byNumber = (text: string) =>
      rowsOf({ identityIndexes: installation.vault.identityIndexes(text) });
    expect(await byNumber(number)).toMatchObject([
      { number: "NMG2026300010", identityNumber: "152526********7743" },
    ]);
    expect(await byNumber(number.slice(0, 17))).toEqual([]);
    expect(await byNumber("152526********7743")).toEqual([]);
    expect(await rowsOf({ search: number })).toEqual([]);
  });
});

describe("what a caller sees", () => {
  const scopeOf = (caller: Parameters<TestInstallation["caller"]>[0]): Scope =>
    installation.as(installation.caller(caller)).scope;

  it("is only the own for a vendor's people", async () => {
    const scope = scopeOf({ roles: ["WINDOW_CLERK"], vendorId });
    const own = all.filter((row) => row.vendorId === vendorId);
    expect(numbersOf(await rowsOf({}, scope))).toEqual(numbersOf(own));
    expect(await countOf({}, scope)).toBe(own.length);
    const foreign = await installation.vendorId("NMG");
    expect(await rowsOf({ vendorId: foreign }, scope)).toEqual([]);
  });

  it("is only the own region for a banner, and nothing that has no region", async () => {
    const scope = scopeOf({ roles: ["BANNER_OFFICER"], regionCode: "152502" });
    const own = all.filter((row) => row.regionCode === "152502");
    expect(own.length).toBeGreaterThan(0);
    expect(numbersOf(await rowsOf({}, scope))).toEqual(numbersOf(own));
    expect(await rowsOf({ regionCode: "152524" }, scope)).toEqual([]);
  });

  it("is nothing without an office", async () => {
    expect(await rowsOf({}, scopeOf({ roles: [], vendorId, regionCode: "152502" }))).toEqual([]);
  });

  it("lets a foreign case look as if there were none", async () => {
    const scope = scopeOf({ roles: ["WINDOW_CLERK"], vendorId });
    const foreign = all.find((row) => row.vendorId !== vendorId)!;
    const own = all.find((row) => row.vendorId === vendorId)!;
    const look = (which: Parameters<typeof readCase>[2]) =>
      withinScope(scope, () =>
        readCase(installation.orm.em.fork(), query({}, scope), which, fields),
      );
    expect(await look({ id: foreign.id })).toBeNull();
    expect(await look({ vendorId: foreign.vendorId, number: foreign.number })).toBeNull();
    expect(await look({ id: own.id })).toMatchObject({ number: own.number });
  });
});

describe("turning pages", () => {
  beforeAll(async () => {
    // Many at the same instant: only the id tells them apart.
    await importFile(
      installation,
      await caseFile(Array.from({ length: 25 }, (_, index) => ({ 受理编号: `EQ${index}` }))),
    );
  });

  it.each([
    { descending: true, backwards: false, size: 7 },
    { descending: true, backwards: true, size: 7 },
    { descending: false, backwards: false, size: 7 },
    { descending: false, backwards: true, size: 100 },
  ])("visits every case once and in order: %o", async ({ descending, backwards, size }) => {
    const filter: CaseFilter = { receivedBefore: new Date("2026-07-04T00:00:00+08:00") };
    const visited: CaseRow[] = [];
    for (let cursor: CasePage["cursor"] = null, more = true; more;) {
      const page = { descending, backwards, size, cursor, fields };
      const { rows, hasMore } = await read(query(filter), page);
      expect(rows.length).toBeLessThanOrEqual(size);
      visited[backwards ? "unshift" : "push"](...rows);
      const edge = backwards ? rows[0] : rows.at(-1);
      cursor = edge ? { receivedAt: edge.receivedAt, id: edge.id } : null;
      more = hasMore;
    }
    const keys = visited.map(({ receivedAt, id }) => `${receivedAt} ${id}`);
    expect(keys).toEqual(descending ? keys.toSorted().toReversed() : keys.toSorted());
    expect(new Set(keys).size).toBe(await countOf(filter));
    expect(keys.length).toBe(await countOf(filter));
  });

  it("says that there is no more when the page ends with the last case", async () => {
    const filter: CaseFilter = { search: "EQ" };
    expect(await read(query(filter), { ...firstPage, size: 25 })).toMatchObject({
      hasMore: false,
    });
    expect(await read(query(filter), { ...firstPage, size: 24 })).toMatchObject({
      hasMore: true,
    });
  });
});
