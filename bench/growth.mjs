// The product alone: the page and the board, while the cases grow a hundredfold.
import { fill } from "./database/fill.mjs";
import { startServer } from "./database/server.mjs";
import { signIn } from "./database/sign-in.mjs";
import { startChild } from "./measure/child.mjs";
import { measureInTurns, summarise } from "./measure/slices.mjs";
import { startContender } from "./measure/start-contender.mjs";
import { boardDocument, pageDocument } from "./page.mjs";

const sizes = [10_000, 100_000, 1_000_000];
/** A hall at work, and one that has a thousand cases on its hands. */
const openCases = [60, 1_000];

export async function growth({ rounds, seconds, connections, port, say }) {
  const server = await startServer();
  const children = [];
  try {
    const entries = [];
    for (const [index, { cases, open }] of stages().entries()) {
      say(`Filling ${cases} cases, ${open} of them open …`);
      const database = await server.createDatabase(`bench_${cases}_${open}`);
      await fill(database, cases, open);
      const caller = await signIn(database, "HALL_MANAGER");
      const settings = {
        connection: database.application,
        owner: database.owner,
        keyFile: server.keyFile,
        poolSize: connections,
        port: port + index,
        ...caller,
      };
      const entry = await startContender("signet", settings, pageDocument);
      children.push(entry.contender);
      const title = `${cases.toLocaleString("en")} cases, ${open} open`;
      if (open === openCases[0]) entries.push({ ...entry, title: `page of 50: ${title}` });
      entries.push({
        ...entry,
        request: entry.requestFor(boardDocument),
        title: `board: ${title}`,
      });
    }
    const load = await startChild(new URL("measure/load.mjs", import.meta.url));
    children.push(load);
    const how = { load, postmaster: server.pid, connections };
    say("Warming up …");
    await measureInTurns(entries, { ...how, rounds: 2, seconds });
    const slices = await measureInTurns(entries, { ...how, rounds, seconds }, (round) =>
      say(`Round ${round} of ${rounds}`),
    );
    const smallest = slices.get(entries[0].title);
    return entries.map(({ title }) => ({ title, ...summarise(slices.get(title), smallest) }));
  } finally {
    for (const child of children) await child.stop();
    await server.stop();
  }
}

const stages = () => sizes.flatMap((cases) => openCases.map((open) => ({ cases, open })));
