import { randomUUID } from "node:crypto";

import { err, ok } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../../test/create-test-installation.ts";
import { expectOk, expectProblem } from "../../../test/expect-result.ts";
import { InstallationMark } from "./installation-mark.entity.ts";
import { perform, type WorkContext } from "./perform.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
});
afterAll(() => installation.close());

const marks = async (name: string): Promise<number> =>
  (await installation.sql("select from installation_mark where name = $1", [name])).length;
const entries = () =>
  installation.sql<{ body: string }>("select body from audit_entry order by sequence desc");

/** An act that leaves a mark and answers with its name. */
const leaveMark = (context: WorkContext, name: string, input: unknown = { name }) =>
  perform(context, "test.mark", input, async ({ tx, at, describe }) => {
    tx.create(InstallationMark, { name, madeAt: at });
    describe({ type: "Mark", id: name });
    return ok({ name });
  });

describe("an act", () => {
  it("commits its work together with one audit entry that tells who did what to what, and when", async () => {
    const before = await entries();
    const context = installation.as();
    expectOk(await leaveMark(context, "told"));
    const after = await entries();
    expect(after).toHaveLength(before.length + 1);
    expect(JSON.parse(after[0]?.body ?? "")).toMatchObject({
      act: "test.mark",
      actor: { id: "operator:tester", kind: "operator" },
      at: installation.clock.now().toISOString(),
      request: context.requestId,
      subject: { type: "Mark", id: "told" },
      changes: [{ entity: "InstallationMark", id: "told", kind: "create" }],
    });
  });

  it("that is refused leaves nothing: no work, no audit entry, no key", async () => {
    const before = await entries();
    const context = installation.as(undefined, randomUUID());
    const refused = await perform(context, "test.refuse", null, async ({ tx, at }) => {
      tx.create(InstallationMark, { name: "refused", madeAt: at });
      await tx.flush();
      return err({ code: "NOT_THIS_TIME" } as const);
    });
    expectProblem(refused, "NOT_THIS_TIME");
    expect(await marks("refused")).toBe(0);
    expect(await entries()).toEqual(before);
    expect(await installation.sql("select from idempotency_key")).toHaveLength(0);
  });

  it("that fails leaves nothing either, and its failure is handed on", async () => {
    const before = await entries();
    const failing = perform(installation.as(), "test.fail", null, async ({ tx, at }) => {
      tx.create(InstallationMark, { name: "failed", madeAt: at });
      await tx.flush();
      throw new Error("the disk is on fire");
    });
    await expect(failing).rejects.toThrow("the disk is on fire");
    expect(await marks("failed")).toBe(0);
    expect(await entries()).toEqual(before);
  });

  it("that the database ends because it and another wait for each other is done again, whole", async () => {
    const held = { count: 0, go: () => {} };
    const bothHold = new Promise<void>((resolve) => void (held.go = resolve));
    const take = (name: string, first: number, then: number) =>
      perform(installation.as(), "test.mark", { name }, async ({ tx, at, describe }) => {
        await tx.execute("select pg_advisory_xact_lock(?)", [first]);
        if ((held.count += 1) === 2) held.go();
        await bothHold;
        await tx.execute("select pg_advisory_xact_lock(?)", [then]);
        tx.create(InstallationMark, { name, madeAt: at });
        describe({ type: "Mark", id: name });
        return ok({ name });
      });
    const before = await entries();
    for (const done of await Promise.all([take("one-way", 1, 2), take("other-way", 2, 1)]))
      expectOk(done);
    expect([await marks("one-way"), await marks("other-way")]).toEqual([1, 1]);
    expect(await entries()).toHaveLength(before.length + 2);
    expect(held.count).toBe(3);
  });

  it("does not happen where its audit entry cannot be written", async () => {
    const context: WorkContext = {
      ...installation.as(),
      audit: () => Promise.reject(new Error("the chain is closed")),
    };
    await expect(leaveMark(context, "unaudited")).rejects.toThrow("the chain is closed");
    expect(await marks("unaudited")).toBe(0);
  });

  it("is the only place where an entity changes: elsewhere a change would escape the audit", async () => {
    const em = installation.orm.em.fork();
    em.create(InstallationMark, { name: "escaped", madeAt: new Date() });
    await expect(em.flush()).rejects.toThrow("outside an act");
    expect(await marks("escaped")).toBe(0);
  });

  it("tells of every change that it makes, in whatever flushes", async () => {
    await perform(installation.as(), "test.several", null, async ({ tx, at }) => {
      const mark = tx.create(InstallationMark, { name: "several", madeAt: at });
      await tx.flush();
      mark.madeAt = new Date(0);
      await tx.flush();
      tx.remove(mark);
      return ok(null);
    });
    const [{ body } = { body: "" }] = await entries();
    const { changes } = JSON.parse(body) as { changes: { kind: string }[] };
    expect(changes.map(({ kind }) => kind)).toEqual(["create", "update", "delete"]);
  });
});

describe("what an act changes", () => {
  const lastBody = async () => {
    const [{ body } = { body: "{}" }] = await entries();
    return JSON.parse(body) as {
      changes: { kind: string; fields: object; before: object }[];
      bulk: object[];
    };
  };

  it("stands in the audit as it was before and as it is now", async () => {
    await perform(installation.as(), "test.several", null, async ({ tx }) => {
      const mark = tx.create(InstallationMark, { name: "before", madeAt: new Date(1000) });
      await tx.flush();
      mark.madeAt = new Date(2000);
      await tx.flush();
      tx.remove(mark);
      return ok(null);
    });
    expect((await lastBody()).changes).toMatchObject([
      { kind: "create", before: {}, fields: { madeAt: "1970-01-01T00:00:01.000Z" } },
      {
        kind: "update",
        before: { madeAt: "1970-01-01T00:00:01.000Z" },
        fields: { madeAt: "1970-01-01T00:00:02.000Z" },
      },
      { kind: "delete", before: { madeAt: "1970-01-01T00:00:02.000Z" }, fields: {} },
    ]);
  });

  it("stands there where it was done past the entities: the verb, the table, how many rows", async () => {
    await perform(installation.as(), "test.bulk", null, async ({ tx, at }) => {
      tx.create(InstallationMark, { name: "bulk 1", madeAt: at });
      await tx.flush();
      await tx.insertMany(InstallationMark, [
        { name: "bulk 2", madeAt: at },
        { name: "bulk 3", madeAt: at },
      ]);
      await tx.nativeUpdate(InstallationMark, { name: "bulk 2" }, { madeAt: new Date(0) });
      await tx.execute("select 1 from installation_mark for update");
      await tx.execute(
        "with gone as (delete from installation_mark where name like 'bulk%' returning 1) select 1 from gone",
      );
      return ok(null);
    });
    const { bulk, changes } = await lastBody();
    expect(changes).toHaveLength(1);
    expect(bulk).toEqual([
      { verb: "insert", table: "installation_mark", rows: 2 },
      { verb: "update", table: "installation_mark", rows: 1 },
      { verb: "delete", table: "installation_mark", rows: 3 },
    ]);
  });

  it.each([
    "insert into installation_mark (name, made_at) values ('past', now())",
    'update "installation_mark" set made_at = now()',
    "\n  delete from public.installation_mark",
    "with gone as (delete from installation_mark returning 1) select * from gone",
    "merge into installation_mark using (select 1) as s on true when matched then delete",
  ])("is refused outside an act: %s", async (statement) => {
    const before = await installation.sql("select * from installation_mark order by name");
    await expect(installation.orm.em.fork().execute(statement)).rejects.toThrow("outside an act");
    expect(await installation.sql("select * from installation_mark order by name")).toEqual(before);
  });
});

describe("an idempotency key", () => {
  const withKey = (key: string) => installation.as(undefined, key);

  it("answers the same request again with the first outcome, and the work is done once", async () => {
    const key = randomUUID();
    const first = await leaveMark(withKey(key), "once");
    const before = await entries();
    const second = await leaveMark(withKey(key), "once");
    expect(second).toEqual(first);
    expect(await marks("once")).toBe(1);
    expect(await entries()).toEqual(before);
  });

  it("lets two requests at once have one effect and one outcome", async () => {
    const key = randomUUID();
    const before = await entries();
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => leaveMark(withKey(key), "at-once")),
    );
    expect(outcomes).toEqual(outcomes.map(() => ({ ok: true, value: { name: "at-once" } })));
    expect(await entries()).toHaveLength(before.length + 1);
  });

  it("is refused with another input, and nothing happens", async () => {
    const key = randomUUID();
    await leaveMark(withKey(key), "first-input");
    expectProblem(await leaveMark(withKey(key), "second-input"), "IDEMPOTENCY_KEY_REUSED");
    expect(await marks("second-input")).toBe(0);
  });

  it("knows the same input whatever the order of its names", async () => {
    const key = randomUUID();
    expectOk(await leaveMark(withKey(key), "ordered", { a: 1, b: 2 }));
    expectOk(await leaveMark(withKey(key), "ordered", { b: 2, a: 1 }));
    expect(await marks("ordered")).toBe(1);
  });

  it("belongs to its caller: another one's is another key", async () => {
    const key = randomUUID();
    const caller = () => installation.caller({ roles: ["HALL_MANAGER"] });
    expectOk(await leaveMark(installation.as(caller(), key), "mine"));
    expectOk(await leaveMark(installation.as(caller(), key), "theirs"));
    expect([await marks("mine"), await marks("theirs")]).toEqual([1, 1]);
  });

  it("is free again after a refusal: the caller may mend what was wrong", async () => {
    const key = randomUUID();
    await perform(withKey(key), "test.mark", { name: "mended" }, async () =>
      err({ code: "NOT_THIS_TIME" } as const),
    );
    expectOk(await leaveMark(withKey(key), "mended"));
    expect(await marks("mended")).toBe(1);
  });
});
