import { expect, it } from "vitest";

import { emptyForm, filterOf } from "./audit-query.ts";

const zone = "Asia/Shanghai";

it("asks for whole days of the centre's zone, the last one too", () => {
  expect(filterOf({ ...emptyForm(), from: "2026-07-01", to: "2026-07-31" }, zone)).toEqual({
    from: "2026-06-30T16:00:00.000Z",
    to: "2026-07-31T16:00:00.000Z",
  });
});

it("asks for what is filled in, and for no day that is none", () => {
  const form = {
    ...emptyForm(),
    actor: "王敏",
    act: "case.accept",
    from: "2026-02-31",
    to: "soon",
  };
  expect(filterOf(form, zone)).toEqual({ actor: "王敏", act: "case.accept" });
});
