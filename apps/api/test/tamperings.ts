import { createHash, createHmac, randomUUID } from "node:crypto";

/** Runs SQL as a superuser of the database, in a transaction that is rolled back. */
export type Sql = (statement: string, values?: readonly unknown[]) => Promise<unknown>;

/** What a tampering works on: every entry up to `anchor` was vouched for by a published head. */
export interface Target {
  readonly sql: Sql;
  readonly random: () => number;
  readonly anchor: number;
  /** Lets the product itself add entries, under the key that the tamperer does not have. */
  readonly goOn: () => Promise<void>;
}

interface Entry {
  readonly sequence: number;
  readonly body: string;
  readonly hash: string;
}

type Tampering = (target: Target) => Promise<unknown>;

/** The key of somebody who rules the database and does not have the master key. */
const foreignKey = Buffer.alloc(32, 7);
const foreignHash = (body: string): string =>
  createHmac("sha256", foreignKey).update(body).digest("hex");
const plainHash = (body: string): string => createHash("sha256").update(body).digest("hex");

const below = (random: () => number, end: number): number => Math.floor(random() * end);
const choose = <T>(random: () => number, choices: readonly T[]): T =>
  choices[below(random, choices.length)]!;
/** A sequence from 1 to the anchor. */
const some = ({ random, anchor }: Target): number => 1 + below(random, anchor);
const other = (target: Target, than: number): number => {
  const found = some(target);
  return found === than ? (found % target.anchor) + 1 : found;
};

const entriesFrom = async ({ sql }: Target, sequence: number): Promise<Entry[]> =>
  (await sql(
    "select sequence::int as sequence, body, encode(hash, 'hex') as hash from audit_entry where sequence >= ? order by audit_entry.sequence",
    [sequence],
  )) as Entry[];

/** Sequences are unique: they move by way of numbers that nobody has. */
async function shift({ sql }: Target, from: number, by: number): Promise<void> {
  await sql("update audit_entry set sequence = -sequence where sequence >= ?", [from]);
  await sql("update audit_entry set sequence = -sequence + ? where sequence < 0", [by]);
}

const moveHeadToEnd = ({ sql }: Target): Promise<unknown> =>
  sql(
    `update audit_head set sequence = e.sequence, hash = e.hash
       from (select sequence, hash from audit_entry order by sequence desc limit 1) e`,
  );

/** Links and numbers the entries from `sequence` on anew, hashed without the key; moves the head. */
async function rewriteFrom(
  target: Target,
  sequence: number,
  alter: (body: Record<string, unknown>, first: boolean) => void,
): Promise<void> {
  const hashOf = choose(target.random, [foreignHash, plainHash]);
  const [before] = await entriesFrom(target, sequence - 1);
  let previous = sequence > 1 ? (before?.hash ?? "") : "0".repeat(64);
  const rows = (await entriesFrom(target, sequence)).map((entry, index) => {
    const body = JSON.parse(entry.body) as Record<string, unknown>;
    alter(body, index === 0);
    Object.assign(body, { previous, sequence: sequence + index });
    const text = JSON.stringify(body);
    previous = hashOf(text);
    return { old: entry.sequence, body: text, hash: previous, act: body["act"] };
  });
  await target.sql(
    `update audit_entry e set body = r.body, hash = decode(r.hash, 'hex'), act = r.act
       from jsonb_to_recordset(?::jsonb) as r(old bigint, body text, hash text, act text)
      where e.sequence = r.old`,
    [JSON.stringify(rows)],
  );
  await moveHeadToEnd(target);
}

const setColumn =
  (column: string, value: string): Tampering =>
  (target) =>
    target.sql(`update audit_entry set ${column} = ${value} where sequence = ?`, [some(target)]);

const edits: readonly Tampering[] = [
  setColumn("occurred_at", "occurred_at + interval '1 ms'"),
  setColumn("actor_id", "'somebody else'"),
  setColumn("actor_kind", "'nobody'"),
  setColumn("act", "'nothing.happened'"),
  setColumn("subject_type", "coalesce(subject_type, '') || 'X'"),
  setColumn("subject_id", "case when subject_id is null then 'X' end"),
  setColumn("request_id", "request_id || 'x'"),
  setColumn("hash", "set_byte(hash, 9, 255 - get_byte(hash, 9))"),
  setColumn("algorithm", "'HMAC-SM3'"),
  setColumn("key_id", "gen_random_uuid()"),
  setColumn("key_id", "(select id from data_key where data_class <> 'audit-chain' limit 1)"),
  setColumn("body", "body || ' '"),
  setColumn("body", "body::jsonb::text"),
  setColumn("body", "'{}'"),
  setColumn("body", 'replace(body, \'"detail":{\', \'"detail":{"x":1,\')'),
  // What is read and what was hashed say the same, and the hash is another.
  async (target) => {
    const sequence = some(target);
    const [entry] = await entriesFrom(target, sequence);
    const body = entry!.body.replace(/"act":"[^"]*"/, '"act":"nothing.happened"');
    const hash = choose(target.random, [entry!.hash, foreignHash(body), plainHash(body)]);
    await target.sql(
      "update audit_entry set act = 'nothing.happened', body = ?, hash = decode(?, 'hex') where sequence = ?",
      [body, hash, sequence],
    );
  },
  // Everything from there on, linked soundly, without the key.
  (target) =>
    rewriteFrom(target, some(target), (body, first) => {
      if (first) body["act"] = "nothing.happened";
    }),
  ({ sql }) => sql("update audit_head set hash = set_byte(hash, 0, 255 - get_byte(hash, 0))"),
];

const deletions: readonly Tampering[] = [
  (target) => target.sql("delete from audit_entry where sequence = ?", [some(target)]),
  (target) => {
    const from = some(target);
    const to = from + below(target.random, 20);
    return target.sql("delete from audit_entry where sequence between ? and ?", [from, to]);
  },
  (target) => target.sql("delete from audit_entry where sequence <= ?", [some(target)]),
  // The gap is closed and the head moved.
  async (target) => {
    const sequence = some(target);
    await target.sql("delete from audit_entry where sequence = ?", [sequence]);
    await shift(target, sequence + 1, -1);
    await moveHeadToEnd(target);
  },
  // The gap is closed, and what follows linked soundly, without the key.
  async (target) => {
    const sequence = some(target);
    await target.sql("delete from audit_entry where sequence = ?", [sequence]);
    await shift(target, sequence + 1, -1);
    await rewriteFrom(target, sequence, () => {});
  },
];

const swapColumns =
  (columns: readonly string[]): Tampering =>
  async (target) => {
    const one = some(target);
    const two = other(target, one);
    const set = columns.map((column) => `${column} = o.${column}`).join(", ");
    await target.sql(
      `update audit_entry e set ${set} from audit_entry o
        where (e.sequence = ? and o.sequence = ?) or (e.sequence = ? and o.sequence = ?)`,
      [one, two, two, one],
    );
  };

const read = ["occurred_at", "actor_kind", "actor_id", "act", "subject_type", "subject_id"];
const swaps: readonly Tampering[] = [
  swapColumns([...read, "request_id", "body", "hash", "algorithm", "key_id"]),
  swapColumns(["body", "hash"]),
  swapColumns(["hash"]),
  swapColumns(["body"]),
  // Neighbours change places.
  async (target) => {
    const one = Math.max(1, some(target) - 1);
    await target.sql("update audit_entry set sequence = -1 where sequence = ?", [one]);
    await target.sql("update audit_entry set sequence = ? where sequence = ?", [one, one + 1]);
    await target.sql("update audit_entry set sequence = ? where sequence = -1", [one + 1]);
  },
];

/** A copy of some entry under another sequence, with whatever body and hash. */
async function copyTo(
  target: Target,
  sequence: number,
  { body, hash }: { readonly body?: string; readonly hash?: string } = {},
): Promise<void> {
  const source = other(target, sequence);
  await target.sql(
    `insert into audit_entry (sequence, occurred_at, actor_kind, actor_id, act, subject_type, subject_id, request_id, body, hash, algorithm, key_id)
     select ?, occurred_at, actor_kind, actor_id, act, subject_type, subject_id, request_id,
            coalesce(?::text, body), coalesce(decode(?::text, 'hex'), hash), algorithm, key_id
       from audit_entry where sequence = ?`,
    [sequence, body ?? null, hash ?? null, source],
  );
}

const insertions: readonly Tampering[] = [
  async (target) => {
    const sequence = some(target);
    // First out of the way, so that the copy comes from before or after, never from the gap.
    await shift(target, sequence, 1_000_000);
    await target.sql(
      "insert into audit_entry select ?, occurred_at, actor_kind, actor_id, act, subject_type, subject_id, request_id, body, hash, algorithm, key_id from audit_entry order by random() limit 1",
      [sequence],
    );
    await shift(target, 1_000_000, 1 - 1_000_000);
    await moveHeadToEnd(target);
  },
  // Room is made, and all that follows is linked soundly, without the key.
  async (target) => {
    const sequence = some(target);
    await shift(target, sequence, 1);
    await copyTo(target, sequence);
    await rewriteFrom(target, sequence, () => {});
  },
  (target) => copyTo(target, choose(target.random, [0, -1, -target.anchor])),
  // Beyond the end, linked to it, with and without the head.
  async (target) => {
    const last = (await entriesFrom(target, 1)).at(-1)!;
    const sequence = last.sequence + 1;
    const body = JSON.stringify({
      ...(JSON.parse(last.body) as object),
      previous: last.hash,
      request: randomUUID(),
      sequence,
    });
    const hash = choose(target.random, [foreignHash, plainHash])(body);
    await copyTo(target, sequence, { body, hash });
    if (target.random() < 0.5) await moveHeadToEnd(target);
  },
];

/** The entries after this many are gone; fewer than were vouched for. */
const cut = async (target: Target): Promise<number> => {
  const kept = below(target.random, target.anchor);
  await target.sql("delete from audit_entry where sequence > ?", [kept]);
  return kept;
};
const cutWithHead = async (target: Target): Promise<number> => {
  const kept = await cut(target);
  if (kept > 0) await moveHeadToEnd(target);
  else
    await target.sql("update audit_head set sequence = 0, hash = decode(repeat('00', 32), 'hex')");
  return kept;
};

const cuts: readonly Tampering[] = [
  cut,
  cutWithHead,
  async (target) => {
    await cut(target);
    await target.sql("delete from audit_head");
  },
  // The product goes on from where the chain was cut: every link is sound, and under the right key.
  async (target) => {
    await cutWithHead(target);
    for (let added = below(target.random, 3); added >= 0; added -= 1) await target.goOn();
  },
];

const kinds = { edit: edits, delete: deletions, swap: swaps, insert: insertions, cut: cuts };
export type TamperingKind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as TamperingKind[];

/** Does one random tampering; answers which, to be told where it is not found. */
export async function tamper(
  target: Target,
): Promise<{ readonly kind: TamperingKind; readonly variant: number }> {
  const kind = choose(target.random, kindNames);
  const variant = below(target.random, kinds[kind].length);
  await kinds[kind][variant]!(target);
  return { kind, variant };
}
