import { type RawBuilder, sql } from "kysely";

/** An instant as ISO 8601 text, written by the database. */
export const isoText = (instant: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
