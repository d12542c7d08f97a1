import {
  ApplicantKind,
  Channel,
  Delivery,
  localDayOf,
  PauseReason,
  RequestKind,
} from "@signet/domain";

import { type ImportedRecord, recordCases, settleCases } from "../../modules/cases/index.ts";
import { vendorNames } from "../../modules/vendors/index.ts";
import type { WorkContext } from "../../platform/orm/index.ts";

const minute = 60_000;
const prefix = "YS";

/** Minutes before now at which materials were received, and what else is to be seen. */
const onsite = [
  { vendor: "NMG", ago: 2, name: "演示企业一有限公司", kind: RequestKind.NEW },
  { vendor: "XS", ago: 9, name: "演示企业二有限公司", kind: RequestKind.RENEWAL },
  { vendor: "NMG", ago: 14, name: "演示企业三有限公司", kind: RequestKind.CHANGE, pausedAgo: 6 },
  { vendor: "XS", ago: 22, name: "演示企业四有限公司", kind: RequestKind.REPLACEMENT },
  { vendor: "NMG", ago: 27, name: "演示企业五有限公司", kind: RequestKind.RENEWAL },
  { vendor: "XS", ago: 34, name: "演示企业六有限公司", kind: RequestKind.UNLOCK },
] as const;

const online = [
  { vendor: "NMG", ago: 40, name: "演示企业七有限公司", completedAgo: null },
  { vendor: "XS", ago: 200, name: "演示企业八有限公司", completedAgo: 30 },
  { vendor: "NMG", ago: 50 * 60, name: "演示企业九有限公司", completedAgo: 47 * 60 },
] as const;

const code = "91152502G5RHP4JRQE";

/** Puts fresh cases on the board where the last ones have gone stale, and closes those nobody touched. */
export async function refreshArrivals(context: WorkContext): Promise<void> {
  const now = context.clock.now().getTime();
  const settled = await settleCases(context, prefix, { fresherThan: new Date(now - 10 * minute) });
  if (settled.fresh > 0) return;
  const vendors = await vendorNames(context.em.fork());
  const stamp = `${localDayOf(now, "UTC").replaceAll("-", "")}${String(now % 86_400_000).padStart(8, "0")}`;
  const base = (index: number, vendor: string, name: string) => ({
    number: `${prefix}${stamp}${String(index).padStart(2, "0")}`,
    vendorId: vendors.get(vendor) ?? "",
    applicantKind: ApplicantKind.ORGANIZATION,
    applicantName: name,
    identityNumber: code,
    handler: `${vendor}-01`,
    mailedAt: null,
    trackingNumber: null,
    feeFen: 20_000,
    note: null,
  });
  const atCounter = onsite.map((one, index): ImportedRecord => {
    const receivedAt = now - one.ago * minute;
    const paused =
      "pausedAgo" in one
        ? [
            {
              from: now - one.pausedAgo * minute,
              to: null,
              reason: PauseReason.APPLICANT_MATERIALS,
            },
          ]
        : [];
    return {
      ...base(index, one.vendor, one.name),
      requestKind: one.kind,
      channel: Channel.ONSITE,
      delivery: Delivery.PICKUP,
      arrivedAt: receivedAt - 3 * minute,
      receivedAt,
      completedAt: null,
      pauses: paused,
    };
  });
  const submitted = online.map((one, index): ImportedRecord => ({
    ...base(onsite.length + index, one.vendor, one.name),
    requestKind: RequestKind.RENEWAL,
    channel: Channel.ONLINE,
    delivery: Delivery.MAIL,
    arrivedAt: null,
    receivedAt: now - one.ago * minute,
    completedAt: one.completedAgo === null ? null : now - one.completedAgo * minute,
    pauses: [],
  }));
  await recordCases(context, [...atCounter, ...submitted]);
}
