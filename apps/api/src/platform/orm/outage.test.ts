import { DriverException } from "@mikro-orm/core";
import { expect, it } from "vitest";

import { DeadlineError } from "../deadline/deadline.ts";
import { outageOf } from "./outage.ts";

const coded = (code: string): Error => Object.assign(new Error("x"), { code });

it.each([
  [coded("57014"), "TIMED_OUT"],
  [coded("57P01"), "UNAVAILABLE"],
  [coded("ECONNREFUSED"), "UNAVAILABLE"],
  [new DriverException(coded("57P03")), "UNAVAILABLE"],
  [new Error("Connection terminated unexpectedly"), "UNAVAILABLE"],
  [new Error("timeout exceeded when trying to connect"), "BUSY"],
  [new Error("outer", { cause: coded("ECONNRESET") }), "UNAVAILABLE"],
  [new DeadlineError("TIMED_OUT"), "TIMED_OUT"],
  [coded("23505"), null],
  [new Error("a bug"), null],
  ["text", null],
])("of %s is %s", (error, outage) => {
  expect(outageOf(error)).toBe(outage);
});
