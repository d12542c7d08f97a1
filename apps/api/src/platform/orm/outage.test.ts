import { DriverException } from "@mikro-orm/core";
import { describe, expect, it } from "vitest";

import { DeadlineError } from "../deadline/deadline.ts";
import { outageOf, StorageLowError } from "./outage.ts";

const withCode = (code: string, more: object = {}): Error =>
  Object.assign(new Error("words of the driver"), { code, ...more });

describe("an outage", () => {
  it.each([
    ["nobody listens", withCode("ECONNREFUSED")],
    ["the socket is gone", withCode("ENOENT", { syscall: "connect" })],
    ["the server shuts down", withCode("57P01")],
    ["the server starts", withCode("57P03")],
    ["the line was cut", new Error("Connection terminated unexpectedly")],
    ["the ORM wraps it", new Error("query failed", { cause: withCode("08006") })],
  ])("is told from a bug where %s", (_what, error) => {
    expect(outageOf(error)).toBe("UNAVAILABLE");
  });

  it.each([
    ["no connection came free", new Error("timeout exceeded when trying to connect"), "BUSY"],
    ["a statement was cancelled", withCode("57014"), "TIMED_OUT"],
    ["the request's time was up", new DeadlineError("TIMED_OUT"), "TIMED_OUT"],
    ["the driver's exception wraps it", new DriverException(withCode("57P03")), "UNAVAILABLE"],
  ])("is told by what was waited for where %s", (_what, error, outage) => {
    expect(outageOf(error)).toBe(outage);
  });

  it.each([
    ["PostgreSQL finds the disk full", withCode("53100")],
    ["the file system does", withCode("ENOSPC")],
    ["we say so before", new StorageLowError()],
  ])("of the disk is told where %s", (_what, error) => {
    expect(outageOf(error)).toBe("INSUFFICIENT_STORAGE");
  });

  it.each([
    ["a file is missing", withCode("ENOENT", { syscall: "open" })],
    ["a constraint is broken", withCode("23505")],
    ["a statement is wrong", withCode("42601")],
    ["the code is at fault", new TypeError("x is not a function")],
    ["it is no error at all", "Connection terminated"],
  ])("is not what happened where %s", (_what, error) => {
    expect(outageOf(error)).toBeNull();
  });
});
