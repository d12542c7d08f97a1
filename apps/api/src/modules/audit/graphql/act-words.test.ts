import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { Locale } from "@signet/domain";
import { describe, expect, it } from "vitest";

import { actWords, knownActs } from "./act-words.ts";

describe("the words of the audit", () => {
  it("are there in both languages for every act that the code performs", async () => {
    const source = join(import.meta.dirname, "../../..");
    const files = (await readdir(source, { recursive: true })).filter(
      (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
    );
    const performed = new Set<string>();
    for (const file of files) {
      const text = await readFile(join(source, file), "utf8");
      if (!/\bperform\b|changeScorecard|act:/.test(text) || file.endsWith("act-words.ts")) continue;
      for (const [, act] of text.matchAll(
        /(?:perform(?:<[^(]*>)?\(\s*[\w.]+,\s*|act:\s*|act = |changeScorecard\(\s*\w+,\s*)"([a-z]+(?:-[a-z]+)*\.[a-z-]+)"/g,
      ))
        performed.add(act ?? "");
    }
    for (const act of ["pause", "resume", "complete", "hand-over", "mail"])
      performed.add(`case.${act}`);
    for (const act of ["reset", "change-roles", "close", "reopen", "unlock", "end-sessions"])
      performed.add(`account.${act}`);
    for (const step of ["password", "provider"]) performed.add(`account.${step}-accepted`);
    for (const decision of ["confirm", "override"]) performed.add(`scorecard.${decision}-row`);
    expect(performed.size).toBeGreaterThan(30);
    expect([...performed].toSorted()).toEqual([...knownActs].toSorted());
    for (const act of knownActs) {
      expect(actWords(act, Locale.ZH_CN)).toMatch(/\p{Script=Han}/u);
      expect(actWords(act, Locale.EN)).toMatch(/^[A-Za-z ]+$/);
    }
  });
});
