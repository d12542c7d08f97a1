import type { LocalDate } from "../calendar/local-date.ts";
import { isResidentId } from "../identity-number/resident-id.ts";
import { isUscc } from "../identity-number/uscc.ts";
import type { CaseFault, CaseFaultCode } from "./case-fault.ts";
import { CaseField } from "./case-fault.ts";
import type { CaseRecord, RecordedPause } from "./case-record.ts";

const fieldOrder = /* @__PURE__ */ Object.values(CaseField);
const orderOf = (fault: CaseFault): number =>
  fault.field === null ? -1 : fieldOrder.indexOf(fault.field);

/**
 * All faults of a record in the order of its fields; `on` is the local day of checking, before
 * which a person must have been born. `found` are the faults of reading it (an unknown word, a time
 * that no one can read): they are kept, and their fields are not called missing as well. An arrival
 * after receipt is no fault: tickets are drawn late.
 * @example
 * ```ts
 * const record: CaseRecord = {
 *   number: "A-1", requestKind: "NEW", applicantKind: "ORGANIZATION", applicantName: "某公司",
 *   identityNumber: "91110000802100433C", channel: "ONSITE", delivery: "PICKUP", pauses: [],
 *   receivedAt: Date.parse("2026-07-01T08:54:24+08:00"),
 * };
 * checkCaseRecord(record, "2026-07-01");
 * // → [{ code: "USCC_INVALID", field: "IDENTITY_NUMBER", pause: null }]
 * ```
 */
export function checkCaseRecord(
  record: CaseRecord,
  on: LocalDate,
  found: readonly CaseFault[] = [],
): CaseFault[] {
  const known = new Set(found.map((one) => one.field));
  const own = ownFaults(record, on).filter((one) => !known.has(one.field));
  return [...found, ...own].sort((a, b) => orderOf(a) - orderOf(b));
}

function ownFaults(record: CaseRecord, on: LocalDate): CaseFault[] {
  return [
    ...missing(record.number, "NUMBER"),
    ...missing(record.requestKind, "REQUEST_KIND"),
    ...missing(record.applicantKind, "APPLICANT_KIND"),
    ...missing(record.applicantName, "APPLICANT_NAME"),
    ...identityFaults(record, on),
    ...missing(record.channel, "CHANNEL"),
    ...missing(record.receivedAt, "RECEIVED_AT"),
    ...before(record.completedAt, record.receivedAt, "COMPLETED_BEFORE_RECEIVED", "COMPLETED_AT"),
    ...before(record.cancelledAt, record.receivedAt, "CANCELLED_BEFORE_RECEIVED", "CANCELLED_AT"),
    ...missing(record.delivery, "DELIVERY"),
    ...mailingFaults(record),
    ...record.pauses.flatMap(pauseFaults),
    ...((record.feeFen ?? 0) < 0 ? [fault("FEE_NEGATIVE", "FEE")] : []),
  ];
}

const fault = (code: CaseFaultCode, field: CaseField, pause: number | null = null): CaseFault => ({
  code,
  field,
  pause,
});

const missing = (value: string | number | null, field: CaseField): CaseFault[] =>
  value === null || (typeof value === "string" && value.trim() === "")
    ? [fault("MISSING_VALUE", field)]
    : [];

function before(
  at: number | null | undefined,
  began: number | null | undefined,
  code: CaseFaultCode,
  field: CaseField,
  pause: number | null = null,
): CaseFault[] {
  const given = typeof at === "number" && typeof began === "number";
  return given && at < began ? [fault(code, field, pause)] : [];
}

/** A unit has a credit code, everybody else a resident number; which it is must be known. */
function identityFaults(record: CaseRecord, on: LocalDate): CaseFault[] {
  const absent = missing(record.identityNumber, "IDENTITY_NUMBER");
  if (absent.length > 0 || record.identityNumber === null || record.applicantKind === null) {
    return absent;
  }
  if (record.applicantKind === "ORGANIZATION") {
    return isUscc(record.identityNumber) ? [] : [fault("USCC_INVALID", "IDENTITY_NUMBER")];
  }
  return isResidentId(record.identityNumber, on)
    ? []
    : [fault("RESIDENT_ID_INVALID", "IDENTITY_NUMBER")];
}

/** What the online clock would refuse (五(三)); on-site and mailed is legal too. */
function mailingFaults(record: CaseRecord): CaseFault[] {
  const mailedAt = record.mailedAt ?? null;
  if (mailedAt === null) return [];
  if (record.delivery === "PICKUP") {
    return record.channel === "ONLINE" ? [fault("MAILED_BUT_PICKUP", "MAILED_AT")] : [];
  }
  if ((record.completedAt ?? null) === null)
    return [fault("MAILED_WITHOUT_COMPLETION", "MAILED_AT")];
  return before(mailedAt, record.completedAt, "MAILED_BEFORE_COMPLETED", "MAILED_AT");
}

/** Start and reason belong together; an end needs a start. Without an end the pause is open. */
function pauseFaults(pause: RecordedPause, index: number): CaseFault[] {
  const { from, to, reason } = pause;
  if (from === null && (to !== null || reason !== null)) {
    return [fault("PAUSE_INCOMPLETE", "PAUSE_FROM", index)];
  }
  return [
    ...before(to, from, "PAUSE_ENDS_BEFORE_START", "PAUSE_TO", index),
    ...(from !== null && reason === null ? [fault("PAUSE_INCOMPLETE", "PAUSE_REASON", index)] : []),
  ];
}
