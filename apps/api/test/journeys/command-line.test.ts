import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { message } from "@signet/domain";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { caseFile, soundLine } from "../case-file.ts";
import { type Ended, serverProcess, signet } from "./product.ts";

let folder: string;
let file: string;
let said = "";
const refusedNumber = "91152524H3TDT32JGK";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "signet-journey-"));
  file = await caseFile([
    { 受理编号: "LATE-1", 办结时间: "2026-07-01 09:17:21" },
    { 受理编号: "GOOD-1" },
    { 受理编号: "BAD-1", 证件号码: refusedNumber, 业务类型: "借阅" },
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function command(...words: readonly string[]): Promise<Ended> {
  const ended = await signet(folder, ...words);
  said += ended.stdout + ended.stderr;
  return ended;
}
const jsonOf = ({ stdout }: Ended): unknown => JSON.parse(stdout);

/** The whole way from an export to the form, while no product runs. */
describe("the command line", () => {
  const rejected = [
    {
      line: 4,
      number: "BAD-1",
      column: "业务类型",
      code: "UNKNOWN_KIND",
      message: message("UNKNOWN_KIND", "zh-CN"),
      also: [
        {
          code: "USCC_INVALID",
          field: "IDENTITY_NUMBER",
          column: "证件号码",
          message: message("USCC_INVALID", "zh-CN"),
        },
      ],
    },
  ];

  it("tries an import out: nothing but JSON on standard output, nothing imported", async () => {
    const tried = await command("import-cases", file, "--dry-run", "--json");
    expect(tried.status).toBe(0);
    expect(jsonOf(tried)).toMatchObject({ state: "STAGED", read: 3, imported: 2, rejected });
    const explained = await command("explain", "NMG", "LATE-1");
    expect(explained.status).toBe(1);
    expect(explained.stdout).toBe("");
  });

  it("imports what it said it would", async () => {
    const imported = await command("import-cases", file, "--json");
    expect(imported.status).toBe(0);
    expect(jsonOf(imported)).toMatchObject({ state: "COMMITTED", read: 3, imported: 2, rejected });
  });

  it("explains a case step by step, in Chinese and in English", async () => {
    const [chinese, english] = [
      await command("explain", soundLine.CA企业, "LATE-1"),
      await command("explain", "NMG", "LATE-1", "--locale", "en"),
    ];
    expect(chinese.status).toBe(0);
    expect(chinese.stdout).toMatch(/^超时/);
    expect(english.stdout).not.toMatch(/\p{Script=Han}/u);
    expect(english.stdout.split("\n").length).toBeGreaterThan(4);
  });

  it("proposes the quarter's forms as JSON", async () => {
    const proposed = await command("propose-scorecards", "2026Q3", "--json");
    expect(proposed.status).toBe(0);
    expect(jsonOf(proposed)).toMatchObject([
      { vendor: "内蒙古CA", quarter: "2026Q3", state: "PROPOSED", rows: { length: 10 } },
      { vendor: "江苏翔晟CA", quarter: "2026Q3", state: "PROPOSED", rows: { length: 10 } },
    ]);
  });

  it("exports the form as a Word file that appears whole", async () => {
    const out = join(folder, "form.docx");
    const exported = await command("export-scorecard", "NMG", "2026Q3", "--out", out);
    expect(exported).toMatchObject({ status: 0, stdout: "" });
    const parts = unzipSync(await readFile(out));
    expect(strFromU8(parts["word/document.xml"]!)).toContain("现场办理2件，超时1件");
  });

  it("says what is wrong on standard error and by its status", async () => {
    const [unknown, missing, quarter] = [
      await command("fly"),
      await command("import-cases"),
      await command("propose-scorecards", "2026Q9", "--json"),
    ];
    expect([unknown.status, missing.status, quarter.status]).toEqual([2, 2, 1]);
    expect(unknown.stdout + missing.stdout + quarter.stdout).toBe("");
    expect(quarter.stderr).toContain(message("QUARTER_NOT_VALID", "zh-CN"));
  });

  it("takes an import back", async () => {
    const again = await command("import-cases", await caseFile([{ 受理编号: "BACK-1" }]), "--json");
    const { batchId } = jsonOf(again) as { batchId: string };
    expect((await command("undo-import", batchId)).status).toBe(0);
    expect((await command("explain", "NMG", "BACK-1")).status).toBe(1);
  });

  it("writes the audit chain's head out, verifies it, and tells of a head that is none of it", async () => {
    const [, written] = /已写出第 (\d+) 条/.exec((await command("write-audit-head")).stdout) ?? [];
    const links = Number(written);
    const sound = await command("verify-audit", "--json");
    expect(sound.status).toBe(0);
    expect(jsonOf(sound)).toMatchObject({ sound: true, links, anchor: { sequence: links } });

    const heads = join(folder, "audit-heads.jsonl");
    const text = await readFile(heads, "utf8");
    await writeFile(heads, text.replace(/"hash":"\w{8}/, '"hash":"00000000'));
    const broken = await command("verify-audit", "--json");
    expect(broken.status).toBe(1);
    expect(jsonOf(broken)).toMatchObject({
      sound: false,
      broken: { sequence: links, fault: "PUBLISHED_HEAD" },
    });
  }, 180_000);

  it("rotates the keys of a class and the master key, and says which classes have none to rotate", async () => {
    const unknown = await command("rotate-keys", "--class", "audit-chain");
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain("identity-number、applicant、staged-record、second-factor");
    const rotated = await command("rotate-keys", "--class", "applicant");
    expect(rotated.status).toBe(0);
    expect(rotated.stdout).toMatch(/applicant：已重新加密 [1-9]\d* 项，旧密钥已停用/);
    const former = await readFile(join(folder, "master-key.json"), "utf8");
    expect((await command("rotate-keys", "--master")).status).toBe(0);
    expect(await readFile(join(folder, "master-key.json.old"), "utf8")).toBe(former);
    expect((await command("rotate-keys", "--master")).status).toBe(1);
    expect((await command("explain", "NMG", "LATE-1")).status).toBe(0);
  }, 180_000);

  it("leaves no database running and no identity number in what it says or logs", async () => {
    expect(serverProcess(folder)).toBeNull();
    const log = await readFile(join(folder, "postgres.log"), "utf8");
    for (const number of [soundLine.证件号码, refusedNumber]) {
      expect(said).not.toContain(number);
      expect(log).not.toContain(number);
    }
  });
});
