import { spawnSync } from "node:child_process";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const cli = fileURLToPath(new URL("cli.ts", import.meta.url));
const run = (input: string) => {
  const { status, stdout } = spawnSync(execPath, [cli], { input, encoding: "utf8" });
  return {
    status,
    lines: stdout
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as unknown),
  };
};
const good = '{"id":"a","kind":"uscc","value":"91110000802100433B"}';
const fault = { code: "INVALID_INPUT", path: "", message: expect.stringMatching(/./) };

describe("signet-rules", () => {
  it("answers each line in order, skips blank ones, and ends well", () => {
    expect(run(`${good}\n\n  \r\n${good.replace("B", "C")}`)).toEqual({
      status: 0,
      lines: [
        { id: "a", valid: true },
        { id: "a", valid: false },
      ],
    });
  });
  it("goes on after a line that is no case, and ends with 1", () => {
    expect(run(`{broken\n${good}\n`)).toEqual({
      status: 1,
      lines: [
        { id: null, error: fault },
        { id: "a", valid: true },
      ],
    });
  });
  it("answers nothing with nothing", () => {
    expect(run("")).toEqual({ status: 0, lines: [] });
  });
});
