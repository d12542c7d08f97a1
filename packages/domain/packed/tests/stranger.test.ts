import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Project } from "../stranger/project.ts";
import { complaintsOf, writeConsumer } from "../stranger/compile.ts";
import { emptyProject, firstVerdict } from "../stranger/project.ts";
import { readVectors, wrongAnswers } from "../stranger/vectors.ts";

let folder = "";
let project: Project;
const hasPython = spawnSync("python3", ["--version"]).status === 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "signet-stranger-"));
  project = await emptyProject(join(folder, "project"), inject("tarball"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("a stranger with an empty project", () => {
  it("gets one package and nothing along with it", async () => {
    const packages = await readdir(join(project.folder, "node_modules"));
    expect(packages.filter((name) => !name.startsWith("."))).toEqual(["@signet"]);
    expect(await readdir(join(project.folder, "node_modules/@signet"))).toEqual(["domain"]);
  });

  it("runs the README's first program and reads what it promises", async () => {
    const { script, prints } = await firstVerdict(project);
    await writeFile(join(project.folder, "first-verdict.mjs"), script);
    expect(await project.run("node", ["first-verdict.mjs"])).toEqual({
      status: 0,
      out: prints,
      err: "",
    });
  });

  it("judges the published vectors with the installed command as they must be", async () => {
    const vectors = await readVectors(project);
    const { out, err } = await project.run("node_modules/.bin/signet-rules", [], {
      input: vectors,
    });
    expect(err).toBe("");
    expect(wrongAnswers(vectors, out)).toEqual([]);
  });

  it.skipIf(!hasPython)("asks from Python", async () => {
    const script = join(project.installed, "examples/python/verdicts.py");
    const env = { SIGNET_RULES: "node_modules/.bin/signet-rules" };
    expect(await project.run("python3", [script], { env })).toEqual({
      status: 0,
      out: "BREACHED: 40.65 min, due 2026-07-01T01:24:24.000Z\nvalid: True\nINVALID_INPUT at /completedAt: comes before what begins it\n",
      err: "",
    });
    const vectors = join(project.installed, "test/vectors/rules.jsonl");
    expect(await project.run("python3", [script, vectors], { env })).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^(\d+) of \1 as expected\n$/),
    });
  });

  it.each(["nodenext", "bundler"] as const)(
    "compiles the README and every example strictly, resolved by %s",
    async (resolution) => {
      expect(complaintsOf(await writeConsumer(project), resolution)).toEqual([]);
    },
  );
});
