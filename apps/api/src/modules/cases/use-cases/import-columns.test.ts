import { describe, expect, it } from "vitest";

import { headings } from "../../../../test/case-file.ts";
import { mapColumns, mapRemembered } from "./import-columns.ts";

/** The headings of an export that calls some of them something else. */
const renamed = (names: Readonly<Record<string, string>>): string[] =>
  headings.map((heading) => names[heading] ?? heading);

describe("the columns of a file", () => {
  it("are found in any order, whatever their spacing and width", () => {
    const { columns, missing, absent } = mapColumns(
      ["其他", ...[...headings].reverse()].map((title) => ` ${title} `),
    );
    expect(missing).toEqual([]);
    expect(absent).toEqual([]);
    expect(columns).toMatchObject({ NOTE: 1, NUMBER: headings.length });
    expect(mapColumns(["ＣＡ 企业"]).columns).toEqual({ VENDOR: 0 });
  });

  it("that are missing are named, those that a file must have apart from the others", () => {
    const { missing, absent } = mapColumns(renamed({ 受理编号: "编号", 暂停开始: "暂停起" }));
    expect(missing).toEqual(["NUMBER"]);
    expect(absent).toEqual(["PAUSE_FROM"]);
  });

  it("may be chosen under other headings, which are then said to be used", () => {
    const chosen = { NUMBER: " 编号", PAUSE_FROM: "暂停起", NOTE: "说明" } as const;
    const file = renamed({ 受理编号: "编号", 暂停开始: "暂停起" });
    expect(mapColumns(file, { chosen })).toMatchObject({
      columns: { NUMBER: 0, PAUSE_FROM: 14 },
      used: { NUMBER: " 编号", PAUSE_FROM: "暂停起" },
      missing: [],
    });
  });

  it("keep their ordinary heading where the file has it, whatever was chosen", () => {
    const { columns, used } = mapColumns([...headings], { chosen: { NUMBER: "备注" } });
    expect(columns.NUMBER).toBe(0);
    expect(used).toEqual({});
  });

  it("need not say the vendor where it is known", () => {
    const file = headings.filter((heading) => heading !== "CA企业");
    expect(mapColumns(file).missing).toEqual(["VENDOR"]);
    expect(mapColumns(file, { vendorKnown: true }).missing).toEqual([]);
  });
});

describe("what is remembered of vendors' exports", () => {
  const file = renamed({ 受理编号: "编号", 业务类型: "业务" });
  const fitting = { NUMBER: "编号", REQUEST_KIND: "业务" } as const;

  it("maps the next file with those headings", () => {
    expect(mapRemembered(file, [{ CHANNEL: "方式" }, fitting], false)).toMatchObject({
      columns: { NUMBER: 0, REQUEST_KIND: 2 },
      used: fitting,
      missing: [],
    });
  });

  it("is left aside where the file has not all of its headings, or something is still missing", () => {
    expect(mapRemembered(file, [{ ...fitting, NOTE: "说明" }], false).missing).toEqual([
      "NUMBER",
      "REQUEST_KIND",
    ]);
    expect(mapRemembered(file, [{ NUMBER: "编号" }], false).used).toEqual({});
  });

  it("is left aside where two vendors' headings disagree, and taken where they agree", () => {
    const other = { NUMBER: "编号", REQUEST_KIND: "备注" } as const;
    expect(mapRemembered(file, [fitting, other], false).missing).not.toEqual([]);
    expect(mapRemembered(file, [fitting, { ...fitting }], false).missing).toEqual([]);
  });

  it("maps optional columns of a file that lacks nothing", () => {
    const short = renamed({ 暂停开始: "暂停起" });
    expect(mapRemembered(short, [{ PAUSE_FROM: "暂停起" }], false).columns.PAUSE_FROM).toBe(14);
  });
});
