import { randomUUIDv7 } from "node:crypto";

import { UniqueConstraintViolationException } from "@mikro-orm/postgresql";
import {
  type ApplicantKind,
  canAcceptCases,
  type CaseFault,
  type Channel,
  checkCaseRecord,
  type Delivery,
  err,
  localDayOf,
  ok,
  type Refusal,
  type RequestKind,
  type Result,
} from "@signet/domain";

import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import {
  type IdempotencyKeyReused,
  perform,
  type WorkContext,
} from "../../../platform/orm/index.ts";
import { CasePause } from "../persistence/case-pause.entity.ts";
import { ServiceCase } from "../persistence/service-case.entity.ts";
import type { ImportedRecord } from "./case-record.ts";
import { newCase, openIntake } from "./new-case.ts";
import { digestRecord } from "./sort-lines.ts";

export interface AcceptedCase {
  readonly number: string;
  readonly channel: Channel;
  readonly requestKind: RequestKind;
  readonly applicantKind: ApplicantKind;
  readonly applicantName: string;
  readonly identityNumber: string;
  readonly delivery: Delivery;
  readonly handler: string | null;
}

export type AcceptCaseProblem =
  | { readonly code: "INVALID_INPUT"; readonly faults: readonly CaseFault[] }
  | Refusal
  | NotSignedIn
  | IdempotencyKeyReused;

/** Receives the materials of a request for the caller's own vendor: the clock starts now (五(二), 五(三)). */
export async function acceptCase(
  context: WorkContext,
  accepted: AcceptedCase,
): Promise<Result<{ readonly id: string }, AcceptCaseProblem>> {
  const allowed = permitted(context.caller, canAcceptCases);
  if (!allowed.ok) return allowed;
  const vendorId = context.caller.actor?.vendorId ?? "";
  const intake = await openIntake(context);
  const accept = perform(context, "case.accept", accepted, async ({ tx, at, describe }) => {
    const record: ImportedRecord = {
      ...accepted,
      vendorId,
      arrivedAt: null,
      receivedAt: at.getTime(),
      completedAt: null,
      mailedAt: null,
      trackingNumber: null,
      pauses: [],
      feeFen: null,
      note: null,
    };
    const faults = checkCaseRecord(record, localDayOf(at.getTime(), intake.book.zone));
    if (await tx.count(ServiceCase, { vendorId, number: accepted.number })) faults.push(taken);
    if (faults.length > 0) return err({ code: "INVALID_INPUT", faults } as const);
    const contentDigest = digestRecord(context.vault, record);
    const origin = { id: randomUUIDv7(), batchId: null, line: null, contentDigest, at };
    const { columns, pauses } = newCase(record, origin, intake);
    tx.create(ServiceCase, columns);
    for (const pause of pauses) tx.create(CasePause, pause);
    describe({ type: "ServiceCase", id: columns.id });
    return ok({ id: columns.id });
  });
  return accept.catch((error: unknown) => {
    // Somebody was first with this number between the look and the insert.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    return err({ code: "INVALID_INPUT", faults: [taken] } as const);
  });
}

const taken: CaseFault = { code: "NUMBER_TAKEN", field: "NUMBER", pause: null };
