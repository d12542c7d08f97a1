// The rules as a stranger gets them: packed, installed into an empty project, and run on every Node
// that is promised, from Python, by two ways of finding types, and in a browser. One line a proof:
// `node scripts/prove/domain-package.mjs` with the pinned Node, after `npm test` has brought the tools.
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { pack } from "../../packages/domain/packed/pack.ts";
import {
  complaintsOf,
  resolutions,
  writeConsumer,
} from "../../packages/domain/packed/stranger/compile.ts";
import { fetchNodes } from "../../packages/domain/packed/stranger/nodes.ts";
import { emptyProject, firstVerdict } from "../../packages/domain/packed/stranger/project.ts";
import { readVectors, wrongAnswers } from "../../packages/domain/packed/stranger/vectors.ts";
import { showInBrowser } from "./domain-page.mjs";

let failed = 0;

/** Prints what was proved, or what was not and why. */
function say(title, complaints) {
  if (complaints.length > 0) failed += 1;
  console.log(`${complaints.length > 0 ? "FAILED" : "passed"}  ${title}`);
  for (const complaint of complaints) console.log(`          ${complaint}`);
}

const differ = (found, wanted) =>
  found === wanted ? [] : [`found ${JSON.stringify(found)}`, `not   ${JSON.stringify(wanted)}`];

async function onNode({ version, program }, project, { prints, vectors }) {
  const script = await project.run("node", ["first-verdict.mjs"], { node: program });
  say(`Node ${version}: the README's first program`, differ(script.err + script.out, prints));
  const command = await project.run("node_modules/.bin/signet-rules", [], {
    node: program,
    input: vectors,
  });
  const wrong = wrongAnswers(vectors, command.out);
  const digest = createHash("sha256").update(command.out).digest("hex").slice(0, 16);
  const count = vectors.trim().split("\n").length;
  say(`Node ${version}: signet-rules on ${count} vectors, output ${digest}`, wrong);
  return digest;
}

async function fromPython(project) {
  const script = join(project.installed, "examples/python/verdicts.py");
  const vectors = join(project.installed, "test/vectors/rules.jsonl");
  const env = { SIGNET_RULES: "node_modules/.bin/signet-rules" };
  const { out, err, status } = await project.run("python3", [script, vectors], { env });
  say(`Python over JSON lines: ${out.trim()}`, status === 0 ? [] : [err]);
}

const folder = await mkdtemp(join(tmpdir(), "signet-stranger-"));
try {
  const tarball = await pack(folder);
  const project = await emptyProject(join(folder, "project"), tarball);
  const { script, prints } = await firstVerdict(project);
  const vectors = await readVectors(project);
  await writeFile(join(project.folder, "first-verdict.mjs"), script);

  const nodes = await fetchNodes(join(folder, "nodes"));
  const digests = [];
  for (const node of nodes) digests.push(await onNode(node, project, { prints, vectors }));
  const same = new Set(digests).size === 1;
  say(`The same bytes on ${nodes.length} Nodes`, same ? [] : digests);

  await fromPython(project);
  const files = await writeConsumer(project);
  for (const resolution of Object.keys(resolutions))
    say(`TypeScript, resolved by ${resolution}`, complaintsOf(files, resolution));

  const { browser, text, complaints } = await showInBrowser(project);
  say(`A Vite bundle in ${browser}`, [...complaints, ...differ(text.trim(), prints.trim())]);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
