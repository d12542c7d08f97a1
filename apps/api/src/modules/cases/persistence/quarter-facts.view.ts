import type { EntityManager } from "@mikro-orm/postgresql";

/** What one vendor's cases of a quarter come to; durations in milliseconds. */
export interface QuarterCaseFacts {
  readonly onsite: {
    readonly assessable: number;
    readonly breached: number;
    readonly longestMs: number | null;
  };
  readonly online: {
    /** Every online case that counts for the quarter, assessable or not. */
    readonly cases: number;
    readonly assessable: number;
    readonly breached: number;
    readonly completionBreached: number;
    readonly mailingBreached: number;
  };
}

interface Row {
  readonly vendor_id: string;
  readonly onsite: string;
  readonly onsite_breached: string;
  readonly onsite_longest: string | null;
  readonly online_cases: string;
  readonly online: string;
  readonly online_breached: string;
  readonly completion_breached: string;
  readonly mailing_breached: string;
}

/**
 * Counts a quarter's cases by vendor in one pass. An open case counts as breached once `now` has
 * reached the instant that the rules recorded for it; milestones still open then are breached too.
 */
export async function readQuarterFacts(
  em: EntityManager,
  quarter: string,
  /** The regulation's first instant: what was received before it is out of scope (clause 8). */
  effectiveFrom: Date,
  now: Date,
): Promise<ReadonlyMap<string, QuarterCaseFacts>> {
  const rows: Row[] = await em.execute(
    `with counted as (
       select vendor_id, channel, elapsed_ms,
              case when clock_state in ('RUNNING', 'PAUSED') and breaches_at <= ? then 'BREACHED' else clock_state end as state,
              case when completion = 'RUNNING' and breaches_at <= ? then 'BREACHED' else completion end as completion,
              case when mailing = 'RUNNING' and breaches_at <= ? then 'BREACHED' else mailing end as mailing
         from service_case where quarter = ? and received_at >= ?)
     select vendor_id,
            count(*) filter (where channel = 'ONSITE' and state in ('MET', 'BREACHED')) as onsite,
            count(*) filter (where channel = 'ONSITE' and state = 'BREACHED') as onsite_breached,
            max(elapsed_ms) filter (where channel = 'ONSITE' and state in ('MET', 'BREACHED')) as onsite_longest,
            count(*) filter (where channel = 'ONLINE') as online_cases,
            count(*) filter (where channel = 'ONLINE' and state in ('MET', 'BREACHED')) as online,
            count(*) filter (where channel = 'ONLINE' and state = 'BREACHED') as online_breached,
            count(*) filter (where channel = 'ONLINE' and completion = 'BREACHED') as completion_breached,
            count(*) filter (where channel = 'ONLINE' and mailing = 'BREACHED') as mailing_breached
       from counted group by vendor_id`,
    [now, now, now, quarter, effectiveFrom],
  );
  return new Map(rows.map((row) => [row.vendor_id, factsOf(row)]));
}

export const noCases: QuarterCaseFacts = {
  onsite: { assessable: 0, breached: 0, longestMs: null },
  online: { cases: 0, assessable: 0, breached: 0, completionBreached: 0, mailingBreached: 0 },
};

function factsOf(row: Row): QuarterCaseFacts {
  return {
    onsite: {
      assessable: Number(row.onsite),
      breached: Number(row.onsite_breached),
      longestMs: row.onsite_longest === null ? null : Number(row.onsite_longest),
    },
    online: {
      cases: Number(row.online_cases),
      assessable: Number(row.online),
      breached: Number(row.online_breached),
      completionBreached: Number(row.completion_breached),
      mailingBreached: Number(row.mailing_breached),
    },
  };
}
