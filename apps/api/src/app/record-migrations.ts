import { err, ok } from "@signet/domain";

import { InstallationMark, perform, type WorkContext } from "../platform/orm/index.ts";

const markOf = (name: string): string => `migration ${name}`.slice(0, 60);

/**
 * Tells the audit which migrations have changed the database since it was last told. They run as the
 * owner, before the keys are open: a start that is broken off in between is made up for by the next.
 */
export async function recordMigrations(context: WorkContext): Promise<void> {
  const done: { name: string }[] = await context.em.execute(
    "select name from migration order by id",
  );
  const told = await context.em
    .fork()
    .find(InstallationMark, { name: { $in: done.map(({ name }) => markOf(name)) } });
  if (told.length === done.length) return;
  await perform(context, "installation.migrate", null, async ({ tx, at, describe }) => {
    // Two starts at once: the second waits, then finds nothing left to tell.
    await tx.execute("select pg_advisory_xact_lock(hashtext('signet.migrations-told'))");
    const known = new Set((await tx.find(InstallationMark, {})).map(({ name }) => name));
    const untold = done.filter(({ name }) => !known.has(markOf(name)));
    if (untold.length === 0) return err({ code: "TOLD_ALREADY" } as const);
    for (const { name } of untold) tx.create(InstallationMark, { name: markOf(name), madeAt: at });
    describe(
      { type: "Installation", id: "schema" },
      { migrations: untold.map(({ name }) => name) },
    );
    return ok(null);
  });
}
