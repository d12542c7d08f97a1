import type { EntityManager } from "@mikro-orm/postgresql";
import { unaudited, withinScope } from "../../../platform/orm/index.ts";

/** An act as the outside may be told of it: what happened to what, and when; never the entry's body. */
export interface HeardAct {
  readonly sequence: number;
  readonly act: string;
  readonly at: Date;
  readonly subject: { readonly type: string; readonly id: string } | null;
}

interface EntryRow {
  readonly sequence: string;
  readonly act: string;
  readonly occurred_at: Date | string;
  readonly subject_type: string | null;
  readonly subject_id: string | null;
}

const mostAtOnce = 500;

/**
 * Hands the next acts of the chain to a reader, in their order, and moves on in the transaction in which
 * it writes down what it has to do about them. The chain is the outbox: an entry commits with its act,
 * and its number without a gap. Of several processes one reads; the others are told there is nothing.
 * A new reader begins at the end. Answers how many acts were read.
 */
export function readActs(
  em: EntityManager,
  reader: string,
  take: (tx: EntityManager, acts: readonly HeardAct[]) => Promise<void>,
): Promise<number> {
  const read = async (tx: EntityManager): Promise<number> => {
    const isPlace = "how far a reader came is no state of the product";
    await unaudited(isPlace, () =>
      tx.execute(
        `insert into act_reader (name, sequence) select ?, sequence from audit_head on conflict do nothing`,
        [reader],
      ),
    );
    const [place]: { sequence: string }[] = await tx.execute(
      "select sequence from act_reader where name = ? for update skip locked",
      [reader],
    );
    if (!place) return 0;
    const rows: EntryRow[] = await tx.execute(
      `select sequence, act, occurred_at, subject_type, subject_id from audit_entry
        where sequence > ? order by sequence limit ${mostAtOnce}`,
      [place.sequence],
    );
    const last = rows.at(-1);
    if (!last) return 0;
    await take(tx, rows.map(heard));
    await unaudited(isPlace, () =>
      tx.execute("update act_reader set sequence = ? where name = ?", [last.sequence, reader]),
    );
    return rows.length;
  };
  // Readers of the outbox are the product's own: they hear of everybody's acts.
  return withinScope({ vendors: "all", regions: "all" }, () => em.fork().transactional(read));
}

const heard = (row: EntryRow): HeardAct => ({
  sequence: Number(row.sequence),
  act: row.act,
  at: new Date(row.occurred_at),
  subject:
    row.subject_type !== null && row.subject_id !== null
      ? { type: row.subject_type, id: row.subject_id }
      : null,
});
