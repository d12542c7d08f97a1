#!/usr/bin/env node
import process, { stdin, stdout } from "node:process";
import { StringDecoder } from "node:string_decoder";
import { isFault, runLine } from "./vectors/run-line.ts";

/** Reads cases as JSON lines and writes one result a line, in the same order. */
async function main(): Promise<void> {
  // A reader that has seen enough, such as `head`, closes the pipe: that is no error.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  const decoder = new StringDecoder("utf8");
  const rest: string[] = [];
  for await (const chunk of stdin) {
    const [first = "", ...others] = decoder.write(chunk as Buffer).split("\n");
    rest.push(first);
    if (others.length === 0) continue;
    const last = others.pop() ?? "";
    await answer([rest.join(""), ...others]);
    rest.splice(0, rest.length, last);
  }
  await answer([rest.join("") + decoder.end()]);
}

async function answer(lines: readonly string[]): Promise<void> {
  let output = "";
  for (const line of lines) {
    if (line.trim() === "") continue;
    const outcome = runLine(line);
    if (isFault(outcome)) process.exitCode = 1;
    output += `${JSON.stringify(outcome)}\n`;
  }
  if (output !== "" && !stdout.write(output)) {
    await new Promise((resolve) => {
      stdout.once("drain", resolve);
    });
  }
}

await main();
