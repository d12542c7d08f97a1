import type { CaseStanding } from "@signet/domain";

import type { ServiceCase } from "../persistence/service-case.entity.ts";

type Row = Pick<ServiceCase, "vendorId" | "channel" | "delivery"> &
  Record<"completedAt" | "cancelledAt" | "mailedAt" | "handedOverAt" | "erasedAt", unknown>;

/** Where a case stands, as the questions of access ask it. */
export const standingOf = (
  row: Row,
  pauses: readonly { readonly toAt: unknown; readonly voided: boolean }[],
): CaseStanding => ({
  vendorId: row.vendorId,
  channel: row.channel,
  delivery: row.delivery,
  isCompleted: row.completedAt !== null,
  isCancelled: row.cancelledAt !== null,
  isMailed: row.mailedAt !== null,
  isHandedOver: row.handedOverAt !== null,
  isErased: row.erasedAt !== null,
  isPaused: pauses.some((pause) => pause.toAt === null && !pause.voided),
});
