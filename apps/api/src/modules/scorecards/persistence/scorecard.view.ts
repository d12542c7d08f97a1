import type { EntityManager } from "@mikro-orm/postgresql";
import type { ScorecardState } from "@signet/domain";

import { isoInstant, type Scope } from "../../../platform/orm/index.ts";
import type { StoredRow } from "./scorecard.entity.ts";

/** A form as lists show it. */
export interface ScorecardItem {
  readonly id: string;
  readonly vendorId: string;
  readonly vendorName: string;
  readonly quarter: string;
  readonly revision: number;
  readonly state: ScorecardState;
  readonly proposedAt: string;
  readonly frozenAt: string | null;
  readonly rows: readonly StoredRow[];
}

/** The newest revision of every form of a quarter, of the vendors in scope. */
export async function readScorecards(
  em: EntityManager,
  { vendors }: Scope,
  quarter: string,
): Promise<ScorecardItem[]> {
  const ids = vendors === "all" ? [] : vendors;
  if (vendors !== "all" && ids.length === 0) return [];
  const rows: ScorecardItem[] = await em.execute(
    `select distinct on (v.code) s.id, s.vendor_id as "vendorId", v.name as "vendorName", s.quarter, s.revision, s.state,
            s.proposed_at as "proposedAt", s.frozen_at as "frozenAt", s.rows
       from scorecard s join vendor v on v.id = s.vendor_id
      where s.quarter = ?${ids.length > 0 ? ` and s.vendor_id in (${ids.map(() => "?").join(", ")})` : ""}
      order by v.code, s.revision desc`,
    [quarter, ...ids],
  );
  return rows.map((row) => ({
    ...row,
    proposedAt: isoInstant(row.proposedAt),
    frozenAt: isoInstant(row.frozenAt),
  }));
}
