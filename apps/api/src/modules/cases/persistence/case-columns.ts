import type {
  ApplicantKind,
  Channel,
  ClockState,
  Delivery,
  MilestoneState,
  RequestKind,
} from "@signet/domain";
import { type RawBuilder, sql } from "kysely";

import type { SealedText, Vault } from "../../../platform/keys/index.ts";
import { isoInstant } from "../../../platform/orm/index.ts";
import { type VendorRow, vendorColumns, vendorOf } from "../../vendors/index.ts";

/** A case as lists show it: instants as ISO 8601 text, the identity number masked, both texts empty once erased. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly vendorId: string;
  readonly regionCode: string | null;
  readonly requestKind: RequestKind;
  readonly applicantKind: ApplicantKind;
  readonly applicantName: string;
  readonly identityNumber: string;
  readonly erasedAt: string | null;
  readonly handler: string | null;
  readonly channel: Channel;
  readonly delivery: Delivery;
  readonly arrivedAt: string | null;
  readonly receivedAt: string;
  readonly completedAt: string | null;
  readonly cancelledAt: string | null;
  readonly mailedAt: string | null;
  readonly handedOverAt: string | null;
  readonly trackingNumber: string | null;
  readonly feeFen: number | null;
  readonly note: string | null;
  readonly state: ClockState;
  readonly completion: MilestoneState;
  readonly mailing: MilestoneState;
  readonly dueAt: string | null;
  readonly breachesAt: string | null;
  readonly otherDueAt: string | null;
  readonly readingsDiffer: boolean | null;
  readonly elapsedMs: number | null;
  readonly pausedMs: number | null;
  readonly countsOn: string;
  readonly quarter: string;
  readonly version: number;
  readonly policyVersionId: string;
  readonly calendarVersionId: string;
  /** Read along where it is asked for. */
  readonly vendor?: VendorRow;
}
export type CaseField = keyof CaseRow;

const columns: Record<Exclude<CaseField, "state" | "completion" | "mailing" | "vendor">, string> = {
  id: "id",
  number: "number",
  vendorId: "vendor_id",
  regionCode: "region_code",
  requestKind: "request_kind",
  applicantKind: "applicant_kind",
  applicantName: "applicant_sealed",
  identityNumber: "identity_masked",
  handler: "handler",
  channel: "channel",
  delivery: "delivery",
  arrivedAt: "arrived_at",
  receivedAt: "received_at",
  completedAt: "completed_at",
  cancelledAt: "cancelled_at",
  mailedAt: "mailed_at",
  handedOverAt: "handed_over_at",
  trackingNumber: "tracking_sealed",
  feeFen: "fee_fen",
  note: "note_sealed",
  erasedAt: "erased_at",
  dueAt: "due_at",
  breachesAt: "breaches_at",
  otherDueAt: "other_due_at",
  readingsDiffer: "readings_differ",
  elapsedMs: "elapsed_ms",
  pausedMs: "paused_ms",
  countsOn: "counts_on",
  quarter: "quarter",
  version: "version",
  policyVersionId: "policy_version_id",
  calendarVersionId: "calendar_version_id",
};
const numbers: readonly CaseField[] = ["elapsedMs", "pausedMs"];
const sealed: readonly CaseField[] = ["applicantName", "trackingNumber", "note"];
/** What an erased case answers where text is promised. */
const promised: readonly CaseField[] = ["applicantName", "identityNumber"];

/** Fields that every page needs for its cursors. */
const always: readonly CaseField[] = ["id", "receivedAt"];

/** An open clock whose breaching instant has come is breached, whether or not anybody touched the case. */
export const effectiveState = (now: Date): RawBuilder<unknown> =>
  sql`case when c.clock_state in ('RUNNING', 'PAUSED') and c.breaches_at <= ${now} then 'BREACHED' else c.clock_state end`;

const milestone = (column: "completion" | "mailing", now: Date): RawBuilder<unknown> => {
  const milestoneColumn = sql.ref(`c.${column}`);
  return sql`case when ${milestoneColumn} = 'RUNNING' and c.breaches_at <= ${now} then 'BREACHED' else ${milestoneColumn} end`;
};

/**
 * The select list for the fields asked for. What is only a column is joined as text: a page is a handful
 * of nodes to compile instead of a hundred.
 */
export function caseColumns(fields: ReadonlySet<CaseField>, now: Date): RawBuilder<unknown> {
  const plain: string[] = [];
  const computed: RawBuilder<unknown>[] = [];
  for (const field of new Set([...always, ...fields])) {
    if (field === "vendor") computed.push(vendorColumns);
    else if (field === "state") computed.push(sql`${effectiveState(now)} as "state"`);
    else if (field === "completion" || field === "mailing")
      computed.push(sql`${milestone(field, now)} as ${sql.ref(field)}`);
    else plain.push(`c.${columns[field]} as "${field}"`);
  }
  return sql.join([sql.raw(plain.join(", ")), ...computed]);
}

/** Where those columns come from. */
export const caseSource = (fields: ReadonlySet<CaseField>): RawBuilder<unknown> =>
  fields.has("vendor")
    ? sql`service_case c join vendor v on v.id = c.vendor_id`
    : sql`service_case c`;

/** Every column of this view. */
export const allCaseFields: ReadonlySet<CaseField> = new Set([
  ...(Object.keys(columns) as CaseField[]),
  "state",
  "completion",
  "mailing",
  "vendor",
]);

/** Whether a name that a document asks for is a column of this view. */
export const isCaseField = (name: string): name is CaseField =>
  (allCaseFields as ReadonlySet<string>).has(name);

/** A row as read: instants are text in UTC, long integers are text, what is sealed is opened. */
export function rowOf(row: Record<string, unknown>, vault: Vault): CaseRow {
  for (const name of Object.keys(row)) {
    const value = row[name];
    if (name.endsWith("At")) row[name] = isoInstant(value as string | null);
    else if (value === null) {
      if ((promised as readonly string[]).includes(name)) row[name] = "";
    } else if ((sealed as readonly string[]).includes(name))
      row[name] = vault.open(value as SealedText);
    else if ((numbers as readonly string[]).includes(name)) row[name] = Number(value);
  }
  const vendor = vendorOf(row);
  if (vendor) row["vendor"] = vendor;
  return row as unknown as CaseRow;
}
