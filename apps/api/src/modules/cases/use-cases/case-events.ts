import type { Channel, PauseReason } from "@signet/domain";

import type { ServiceCase } from "../persistence/service-case.entity.ts";

/** What happened in a case: instants in epoch milliseconds, as the rules take them. */
export interface CaseEvents {
  readonly channel: Channel;
  readonly delivery: ServiceCase["delivery"];
  readonly arrivedAt: number | null;
  readonly receivedAt: number;
  readonly completedAt: number | null;
  readonly cancelledAt: number | null;
  readonly mailedAt: number | null;
  readonly pauses: readonly {
    readonly from: number;
    readonly to: number | null;
    readonly reason: PauseReason;
    readonly voided: boolean;
  }[];
}

type Instant = Date | string;

/** A case as an entity or a view holds it: instants as dates or as ISO 8601 text. */
type StoredCase = Pick<ServiceCase, "channel" | "delivery"> & {
  readonly receivedAt: Instant;
} & Readonly<Record<"arrivedAt" | "completedAt" | "cancelledAt" | "mailedAt", Instant | null>>;

interface StoredPause {
  readonly fromAt: Instant;
  readonly toAt: Instant | null;
  readonly reason: PauseReason;
  readonly voided: boolean;
}

/** What happened in a stored case, as the rules take it. */
export function eventsOf(row: StoredCase, pauses: readonly StoredPause[]): CaseEvents {
  return {
    channel: row.channel,
    delivery: row.delivery,
    arrivedAt: millisecondsOf(row.arrivedAt),
    receivedAt: new Date(row.receivedAt).getTime(),
    completedAt: millisecondsOf(row.completedAt),
    cancelledAt: millisecondsOf(row.cancelledAt),
    mailedAt: millisecondsOf(row.mailedAt),
    pauses: pauses.map(({ fromAt, toAt, reason, voided }) => ({
      from: new Date(fromAt).getTime(),
      to: millisecondsOf(toAt),
      reason,
      voided,
    })),
  };
}

const millisecondsOf = (instant: Instant | null): number | null =>
  instant === null ? null : new Date(instant).getTime();

/** An instant of the rules, epoch milliseconds, as the database takes it. */
export const toDate = (milliseconds: number | null): Date | null =>
  milliseconds === null ? null : new Date(milliseconds);
