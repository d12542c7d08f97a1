import type { EntityManager } from "@mikro-orm/postgresql";
import { type RawBuilder, sql } from "kysely";

import { mapUnhurried } from "../background/unhurried.ts";
import type { SealedColumn } from "./sealed-column.ts";
import type { SealedText } from "./sealing.ts";
import type { Vault } from "./vault.ts";

/** No transaction holds more rows than this. */
const chunkSize = 500;

/** Where a walk through a table stands: the primary key of the last row, as text. */
export type Place = readonly string[];

export interface Resealed {
  readonly rows: number;
  /** Null where nothing is left beyond these rows. */
  readonly last: Place | null;
}

/** Rows of a column that another key than the current one has sealed; a row names its key itself. */
const isOld = (vault: Vault, { column, dataClass }: SealedColumn): RawBuilder<unknown> =>
  sql`${sql.ref(column)} is not null and not starts_with(${sql.ref(column)}, ${`v1.${vault.currentKeyId(dataClass)}.`})`;

export async function countOld(
  em: EntityManager,
  vault: Vault,
  column: SealedColumn,
): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from ${sql.table(column.table)} where ${isOld(vault, column)}`.execute(
    em.getKysely(),
  );
  return Number(rows[0]?.count ?? 0);
}

/** Seals the next rows of a column under the current key, each with its blind index. */
export async function resealChunk(
  tx: EntityManager,
  vault: Vault,
  column: SealedColumn,
  after: Place | null,
): Promise<Resealed> {
  const keys = column.key.map(({ name }) => sql.ref(name));
  const typed = (values: Place): RawBuilder<unknown> =>
    sql.join(column.key.map(({ type }, at) => sql`${values[at]}::text::${sql.raw(type)}`));
  const beyond = after ? sql` and (${sql.join(keys)}) > (${typed(after)})` : sql``;
  // Locked and read once more: what was erased or sealed anew in between is left alone.
  const { rows } = await sql<{ key: string[]; sealed: SealedText }>`
    select array[${sql.join(keys.map((key) => sql`${key}::text`))}] as key,
           ${sql.ref(column.column)} as sealed
      from ${sql.table(column.table)} where ${isOld(vault, column)}${beyond}
     order by ${sql.join(keys)} limit ${sql.lit(chunkSize)} for no key update`.execute(
    tx.getKysely(),
  );
  const made = await mapUnhurried(rows, ({ sealed }) => {
    const text = vault.open(sealed);
    return {
      sealed: vault.seal(column.dataClass, text),
      index: column.index?.of(vault, text) ?? null,
    };
  });
  const names = column.key.map((_, at) => sql.ref(`k${at}`));
  const { index } = column;
  await sql`
    update ${sql.table(column.table)} t
       set ${sql.ref(column.column)} = s.sealed${
         index ? sql`, ${sql.ref(index.column)} = s.made::${sql.raw(index.type)}` : sql``
       }
      from unnest(${sql.join(column.key.map((_, at) => sql`${rows.map(({ key }) => key[at])}::text[]`))},
                  ${made.map(({ sealed }) => sealed)}::text[],
                  ${made.map((one) => one.index)}::text[]) as s (${sql.join(names)}, sealed, made)
     where ${sql.join(
       column.key.map(
         ({ name, type }, at) => sql`t.${sql.ref(name)} = s.${sql.ref(`k${at}`)}::${sql.raw(type)}`,
       ),
       sql` and `,
     )}`.execute(tx.getKysely());
  return { rows: rows.length, last: rows.length < chunkSize ? null : rows.at(-1)!.key };
}
