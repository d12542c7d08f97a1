import type { EntityManager } from "@mikro-orm/postgresql";
import type { RowNumber, RowReviewState, RowValue, ScorecardState } from "@signet/domain";
import { type RawBuilder, sql } from "kysely";

import { isoInstant, type Scope } from "../../../platform/orm/index.ts";
import type { StoredRow } from "./scorecard.entity.ts";

/** What was decided of a row, as lists show it. */
export interface RowReviewItem {
  readonly row: RowNumber;
  readonly state: RowReviewState;
  readonly value: RowValue | null;
  readonly reason: string | null;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly secondedBy: string | null;
  readonly secondedAt: string | null;
}

/** A form as lists show it: the rows as proposed, and what was decided of each. */
export interface ScorecardItem {
  readonly id: string;
  readonly vendorId: string;
  readonly vendorName: string;
  readonly quarter: string;
  readonly revision: number;
  readonly version: number;
  readonly state: ScorecardState;
  readonly proposedAt: string;
  readonly sentAt: string | null;
  readonly frozenAt: string | null;
  readonly contentHash: string | null;
  readonly rows: readonly StoredRow[];
  readonly reviews: readonly RowReviewItem[];
}

/** Which forms: those of a quarter, of the newest quarters that have any, or one. */
export type ScorecardsAsked =
  | { readonly quarter: string }
  | { readonly newestQuarters: number }
  | { readonly id: string };

/** The newest revision of every form asked for, of the vendors in scope: by quarter, newest first, and vendor. */
export async function readScorecards(
  em: EntityManager,
  { vendors }: Scope,
  asked: ScorecardsAsked,
): Promise<ScorecardItem[]> {
  if (vendors !== "all" && vendors.length === 0) return [];
  const inScope = vendors === "all" ? sql`true` : sql`s.vendor_id in (${sql.join(vendors)})`;
  const { rows } = await sql<ScorecardItem>`
    select distinct on (s.quarter, v.code)
           s.id, s.vendor_id as "vendorId", v.name as "vendorName", s.quarter, s.revision, s.version, s.state,
           s.proposed_at as "proposedAt", s.sent_at as "sentAt", s.frozen_at as "frozenAt",
           s.content_hash as "contentHash", s.rows,
           coalesce((select json_agg(json_build_object(
               'row', r.row, 'state', r.state, 'value', r.value, 'reason', r.reason,
               'decidedBy', r.decided_by, 'decidedAt', to_char(r.decided_at at time zone 'UTC', ${isoFormat}),
               'secondedBy', r.seconded_by, 'secondedAt', to_char(r.seconded_at at time zone 'UTC', ${isoFormat})) order by r.row)
             from scorecard_row_review r where r.scorecard_id = s.id), '[]') as reviews
      from scorecard s join vendor v on v.id = s.vendor_id
     where ${inScope} and ${conditionOf(asked)}
     order by s.quarter desc, v.code, s.revision desc`.execute(em.getKysely());
  return rows.map((row) => ({
    ...row,
    proposedAt: isoInstant(row.proposedAt),
    sentAt: isoInstant(row.sentAt),
    frozenAt: isoInstant(row.frozenAt),
  }));
}

const isoFormat = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

function conditionOf(asked: ScorecardsAsked): RawBuilder<unknown> {
  if ("id" in asked) return sql`s.id = ${asked.id}`;
  if ("quarter" in asked) return sql`s.quarter = ${asked.quarter}`;
  return sql`s.quarter in (select distinct quarter from scorecard order by quarter desc limit ${asked.newestQuarters})`;
}
