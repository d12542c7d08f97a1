import { describe, expect, it } from "vitest";

import { addressOf, emptyForm, formOf, questionOf } from "./audit-query.ts";

const zone = "Asia/Shanghai";

describe("the address of a search", () => {
  it("keeps what is asked for, and nothing else", () => {
    expect(addressOf({ ...emptyForm(), actor: " 王敏 ", act: "case.accept", text: " " })).toEqual({
      actor: "王敏",
      act: "case.accept",
    });
  });

  it("leads back to the form", () => {
    const form = { ...emptyForm(), subjectType: "ServiceCase", from: "2026-07-01" };
    expect(formOf({ ...addressOf(form), after: "x", unknown: "y" })).toEqual(form);
  });
});

describe("the question", () => {
  it("asks for whole days of the centre's zone, the last one too", () => {
    expect(questionOf({ from: "2026-07-01", to: "2026-07-31" }, zone).filter).toEqual({
      from: "2026-06-30T16:00:00.000Z",
      to: "2026-07-31T16:00:00.000Z",
    });
  });

  it("leaves out a day that is none", () => {
    expect(questionOf({ from: "2026-02-31", to: "soon" }, zone).filter).toEqual({});
  });

  it("turns forwards or backwards", () => {
    expect(questionOf({ after: "a" }, zone)).toEqual({ filter: {}, first: 50, after: "a" });
    expect(questionOf({ before: "b", after: "a" }, zone)).toEqual({
      filter: {},
      last: 50,
      before: "b",
    });
  });
});
