import { defineEntity, p } from "@mikro-orm/core";
import type {
  ApplicantKind,
  Channel,
  ClockState,
  Delivery,
  MilestoneState,
  RequestKind,
} from "@signet/domain";

import { SealedTextType } from "../../../platform/orm/index.ts";
import { CalendarVersion, PolicyVersion } from "../../calendar/index.ts";
import { Region } from "../../regions/index.ts";
import { Vendor } from "../../vendors/index.ts";
import { ImportBatch } from "./import-batch.entity.ts";

const schema = defineEntity({
  name: "ServiceCase",
  tableName: "service_case",
  properties: {
    id: p.uuid().primary(),
    vendorId: () => p.manyToOne(Vendor).mapToPk().fieldName("vendor_id"),
    /** 受理编号, unique within its vendor: the two together are the case's identity. */
    number: p.string().length(40),
    regionCode: () =>
      p
        .manyToOne(Region)
        .mapToPk()
        .fieldName("region_code")
        .deleteRule("no action")
        .strictNullable(),
    requestKind: p.string().length(16).$type<RequestKind>(),
    applicantKind: p.string().length(20).$type<ApplicantKind>(),
    // Who asked: sealed, found by keyed indexes, and null once it was erased.
    applicantSealed: p.type(SealedTextType).hidden().strictNullable(),
    applicantTokens: p.array(Number).columnType("int[]").hidden().strictNullable(),
    identitySealed: p.type(SealedTextType).hidden().strictNullable(),
    identityIndex: p.blob().hidden().strictNullable(),
    // The audit, which nothing is erased from, keeps digests of what stands for a person.
    identityMasked: p.string().length(18).hidden().strictNullable(),
    handler: p.string().length(40).hidden().strictNullable(),
    channel: p.string().length(8).$type<Channel>(),
    delivery: p.string().length(8).$type<Delivery>(),
    arrivedAt: p.datetime(3).strictNullable(),
    /** Materials received (接受资料): where the clock starts. */
    receivedAt: p.datetime(3),
    completedAt: p.datetime(3).strictNullable(),
    cancelledAt: p.datetime(3).strictNullable(),
    mailedAt: p.datetime(3).strictNullable(),
    handedOverAt: p.datetime(3).strictNullable(),
    /** Leads to the applicant's address. */
    trackingSealed: p.type(SealedTextType).hidden().strictNullable(),
    feeFen: p.integer().strictNullable(),
    noteSealed: p.type(SealedTextType).hidden().strictNullable(),
    /** When the personal data of the applicant was removed for good. */
    erasedAt: p.datetime(3).strictNullable(),
    importBatchId: () =>
      p
        .manyToOne(ImportBatch)
        .mapToPk()
        .fieldName("import_batch_id")
        .deleteRule("no action")
        .strictNullable(),
    importLine: p.integer().strictNullable(),
    /** Keyed digest of the record as first received: tells a repeated line from a differing one. */
    contentDigest: p.string().length(24),
    createdAt: p.datetime(3),
    /** The last act; every act moves it, and the version with it. */
    touchedAt: p.datetime(3).strictNullable(),
    version: p.integer().version(),

    // The clock: the versions it runs under, and its verdict as of the last event.
    policyVersionId: () => p.manyToOne(PolicyVersion).mapToPk().fieldName("policy_version_id"),
    calendarVersionId: () =>
      p.manyToOne(CalendarVersion).mapToPk().fieldName("calendar_version_id"),
    clockState: p.string().length(12).$type<ClockState>(),
    completion: p.string().length(16).$type<MilestoneState>(),
    mailing: p.string().length(16).$type<MilestoneState>(),
    dueAt: p.datetime(3).strictNullable(),
    /** The first instant at which the open clock is breached if nothing more happens. */
    breachesAt: p.datetime(3).strictNullable(),
    otherDueAt: p.datetime(3).strictNullable(),
    readingsDiffer: p.boolean().strictNullable(),
    /** Milliseconds; on-site clocks only. */
    elapsedMs: p.bigint("number").strictNullable(),
    pausedMs: p.bigint("number").strictNullable(),
    /** Whether an act is still due: not completed, or completed and not yet mailed. */
    isOpen: p.boolean().default(false),
    /** The local day, and the quarter it falls in, that the case counts for. */
    countsOn: p.date(),
    quarter: p.character().length(6),
  },
  uniques: [{ properties: ["vendorId", "number"] }],
  checks: [
    ...["identity", "applicant", "tracking", "note"].map((what) => ({
      name: `service_case_${what}_is_sealed`,
      expression: `starts_with(${what}_sealed, 'v1.'::text)`,
    })),
    { name: "service_case_fee_not_negative", expression: "fee_fen >= 0" },
  ],
  indexes: [
    {
      name: "service_case_number_prefix",
      expression:
        'create index "service_case_number_prefix" on "service_case" ("number" text_pattern_ops)',
    },
    {
      name: "service_case_open",
      expression:
        'create index "service_case_open" on "service_case" ("vendor_id") where "is_open"',
    },
    {
      name: "service_case_online_due",
      expression: `create index "service_case_online_due" on "service_case" ("counts_on", "vendor_id") where "channel" = 'ONLINE'`,
    },
    {
      name: "service_case_applicant_tokens",
      expression:
        'create index "service_case_applicant_tokens" on "service_case" using gin ("applicant_tokens")',
    },
    { properties: ["receivedAt", "id"] },
    { properties: ["vendorId", "receivedAt", "id"] },
    { properties: ["quarter", "vendorId", "channel", "clockState"] },
    { properties: ["identityIndex"] },
    { properties: ["importBatchId"] },
    { properties: ["regionCode", "receivedAt", "id"] },
  ],
});

/** A case (办件): one certificate request as a vendor handled it, with its clock. */
export class ServiceCase extends schema.class {}
schema.setClass(ServiceCase);
