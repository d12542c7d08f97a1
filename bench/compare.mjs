// The product against the limit and its rivals, on one server and one database.
import { isDeepStrictEqual } from "node:util";

import { fill } from "./database/fill.mjs";
import { startServer } from "./database/server.mjs";
import { signIn } from "./database/sign-in.mjs";
import { startContender } from "./measure/start-contender.mjs";
import { startChild } from "./measure/child.mjs";
import { measureInTurns, summarise } from "./measure/slices.mjs";
import { contentOf, pageDocument } from "./page.mjs";

const contenders = [
  ["bare", "bare http + pg (the limit)"],
  ["signet", "Signet as shipped"],
  ["signet-without-session", "Signet, no session"],
  ["signet-without-scope", "Signet, no scope"],
  ["mercurius-jit", "Mercurius with JIT"],
  ["postgraphile", "PostGraphile"],
  ["apollo-mikro-orm", "Apollo + MikroORM"],
];

export async function compare({ cases, rounds, seconds, connections, port, say }) {
  const server = await startServer();
  const children = [];
  try {
    say(`Filling ${cases} cases …`);
    const database = await server.createDatabase("bench");
    await fill(database, cases);
    const caller = await signIn(database, "WINDOW_CLERK", "NMG");
    const settings = {
      connection: database.application,
      owner: database.owner,
      keyFile: server.keyFile,
      poolSize: connections,
      vendorId: caller.actor.vendorId,
      ...caller,
    };
    const entries = [];
    for (const [index, [name, title]] of contenders.entries()) {
      const entry = await startContender(name, { ...settings, port: port + index }, pageDocument);
      children.push(entry.contender);
      entries.push({ ...entry, title });
    }
    await sameContent(entries);
    const load = await startChild(new URL("measure/load.mjs", import.meta.url));
    children.push(load);
    const how = { load, postmaster: server.pid, connections };
    say("Warming up …");
    await measureInTurns(entries, { ...how, rounds: 2, seconds });
    const slices = await measureInTurns(entries, { ...how, rounds, seconds }, (round) =>
      say(`Round ${round} of ${rounds}`),
    );
    const limit = slices.get(entries[0].title);
    return entries.map(({ title }) => ({ title, ...summarise(slices.get(title), limit) }));
  } finally {
    for (const child of children) await child.stop();
    await server.stop();
  }
}

/** Nobody wins by answering less: the same rows and vendors as the limit, but without the scope. */
async function sameContent(entries) {
  const [limit, ...others] = await Promise.all(
    entries.map(async ({ name, read }) => ({ name, content: contentOf(await read()) })),
  );
  for (const { name, content } of others) {
    if (name !== "signet-without-scope" && !isDeepStrictEqual(content, limit.content))
      throw new Error(`${name} answers something else than the limit`);
  }
}
