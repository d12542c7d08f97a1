import { randomUUIDv7 } from "node:crypto";

import { ApplicantKind, maskIdentityNumber, regionOfUscc } from "@signet/domain";

import { DataClass, type SealedText, type Vault } from "../../../platform/keys/index.ts";
import type { WorkContext } from "../../../platform/orm/index.ts";
import { loadRuleBook, type RuleBook } from "../../calendar/index.ts";
import { Region } from "../../regions/index.ts";
import type { CasePause } from "../persistence/case-pause.entity.ts";
import type { ServiceCase } from "../persistence/service-case.entity.ts";
import { assessCase, clockColumns, versionsFor } from "./case-clock.ts";
import { type CaseEvents, toDate } from "./case-events.ts";
import type { ImportedRecord } from "./case-record.ts";

/** Where a case came from. */
export interface CaseOrigin {
  readonly id: string;
  readonly batchId: string | null;
  readonly line: number | null;
  readonly contentDigest: string;
  readonly at: Date;
}

/** What every new case is made with. */
export interface CaseIntake {
  readonly book: RuleBook;
  readonly vault: Vault;
  /** The division codes of the regions served. */
  readonly regions: ReadonlySet<string>;
}

export async function openIntake({
  em,
  vault,
}: Pick<WorkContext, "em" | "vault">): Promise<CaseIntake> {
  const fork = em.fork();
  const regions = await fork.find(Region, {});
  return {
    book: await loadRuleBook(fork),
    vault,
    regions: new Set(regions.map(({ code }) => code)),
  };
}

export type NewCase = Omit<ServiceCase, "version">;
export type NewPause = Pick<CasePause, "id" | "caseId" | "fromAt" | "toAt" | "reason" | "voided">;

/** The rows of a new case: sealed applicant, and a clock under the versions in force at its receipt. */
export function newCase(
  record: ImportedRecord,
  origin: CaseOrigin,
  { book, vault, regions }: CaseIntake,
): { readonly columns: NewCase; readonly pauses: readonly NewPause[] } {
  const pauses = record.pauses.map((pause) => ({ ...pause, voided: false }));
  const events: CaseEvents = { ...record, cancelledAt: null, pauses };
  const versions = versionsFor(book, record.receivedAt);
  const assessment = assessCase(events, versions, book, origin.at.getTime());
  const { identityNumber } = record;
  const columns: NewCase = {
    id: origin.id,
    vendorId: record.vendorId,
    number: record.number,
    regionCode: regionOf(record, regions),
    requestKind: record.requestKind,
    applicantKind: record.applicantKind,
    applicantSealed: vault.seal(DataClass.APPLICANT, record.applicantName),
    applicantTokens: vault.nameTokens(record.applicantName),
    identitySealed: vault.seal(DataClass.IDENTITY_NUMBER, identityNumber),
    identityIndex: vault.identityIndex(identityNumber),
    identityMasked: maskIdentityNumber(identityNumber),
    handler: record.handler,
    channel: record.channel,
    delivery: record.delivery,
    arrivedAt: toDate(record.arrivedAt),
    receivedAt: new Date(record.receivedAt),
    completedAt: toDate(record.completedAt),
    cancelledAt: null,
    handedOverAt: null,
    mailedAt: toDate(record.mailedAt),
    trackingSealed: sealed(vault, record.trackingNumber),
    feeFen: record.feeFen,
    noteSealed: sealed(vault, record.note),
    erasedAt: null,
    importBatchId: origin.batchId,
    importLine: origin.line,
    contentDigest: origin.contentDigest,
    createdAt: origin.at,
    touchedAt: null,
    ...versions,
    ...clockColumns(assessment),
  };
  return {
    columns,
    pauses: pauses.map(({ from, to, reason, voided }) => ({
      id: randomUUIDv7(),
      caseId: origin.id,
      fromAt: new Date(from),
      toAt: toDate(to),
      reason,
      voided,
    })),
  };
}

const sealed = (vault: Vault, text: string | null): SealedText | null =>
  text === null ? null : vault.seal(DataClass.APPLICANT, text);

/** An organization belongs to the region that registered it; of a person, the number tells no such thing. */
function regionOf(
  { applicantKind, identityNumber }: ImportedRecord,
  regions: ReadonlySet<string>,
): string | null {
  if (applicantKind !== ApplicantKind.ORGANIZATION) return null;
  const code = regionOfUscc(identityNumber);
  return code !== null && regions.has(code) ? code : null;
}
