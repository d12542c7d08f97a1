/**
 * A participant in a process of its own, for the tests and the crash proof to kill:
 * node holder-process.mjs <data folder> <name> <product|guest> [write]
 * It tells what happens as JSON lines, and releases at a line on its standard input.
 */
import { createInterface } from "node:readline";
import { Pool } from "pg";
import { openEmbeddedDatabase } from "./index.ts";

const [dataDir, name, kind, mode] = process.argv.slice(2);
const tell = (event, facts = {}) =>
  process.stdout.write(`${JSON.stringify({ event, ...facts })}\n`);

/** Writes rows one by one on a few connections, and acknowledges each after its commit. */
async function write({ ownerUrl, applicationUrl }) {
  const owner = new Pool(ownerUrl);
  owner.on("error", () => {});
  await owner.query(`
    create table if not exists ledger (id text not null, filler text not null);
    grant select, insert on ledger to signet_app;`);
  await owner.end();
  const application = new Pool({ ...applicationUrl, max: 3 });
  application.on("error", () => {});
  const filler = "x".repeat(500);
  const lane = async (number) => {
    for (let row = 0; ; row += 1) {
      const id = `${process.pid}-${Date.now()}-${number}-${row}`;
      await application.query("insert into ledger values ($1, $2)", [id, filler]);
      tell("acknowledged", { id });
    }
  };
  await Promise.race([0, 1, 2].map((number) => lane(number)));
}

const since = performance.now();
try {
  const database = await openEmbeddedDatabase(dataDir, {
    holder: { name, exclusive: kind === "product" },
    log: (line) => tell("log", { line }),
  });
  const { serverPid, adopted } = database;
  tell("open", { serverPid, adopted, ms: performance.now() - since });
  createInterface({ input: process.stdin }).once("line", async () => {
    await database.release();
    tell("released");
    process.exit(0);
  });
  if (mode === "write")
    write(database).catch((error) => tell("stopped", { message: error.message }));
} catch (error) {
  tell("refused", { code: error.code, message: error.message, ms: performance.now() - since });
  process.exit(1);
}
