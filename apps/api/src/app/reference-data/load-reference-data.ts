import { randomUUIDv7 } from "node:crypto";

import { defaultPolicy, ok, REGULATION_EFFECTIVE_FROM } from "@signet/domain";

import { CalendarVersion, PolicyVersion } from "../../modules/calendar/index.ts";
import { Region } from "../../modules/regions/index.ts";
import { OnlineChannel, Vendor } from "../../modules/vendors/index.ts";
import { InstallationMark, perform, type WorkContext } from "../../platform/orm/index.ts";
import { calendar2024To2026 } from "./calendar-2024-2026.ts";
import { regions } from "./regions.ts";
import { vendors } from "./vendors.ts";

const mark = "reference-data";

/** What the regulation itself gives: regions, vendors, policy values and the calendar. Loaded once. */
export async function loadReferenceData(context: WorkContext): Promise<void> {
  if (await context.em.fork().findOne(InstallationMark, mark)) return;
  await perform(context, "installation.load-reference-data", null, async ({ tx, at, describe }) => {
    // Two first starts at once: the second waits, then finds the mark.
    await tx.execute("select pg_advisory_xact_lock(hashtext('signet.reference-data'))");
    if (await tx.findOne(InstallationMark, mark)) return ok(null);
    for (const [code, name] of Object.entries(regions)) tx.create(Region, { code, name });
    for (const { code, name, printedName, url } of vendors) {
      const vendor = tx.create(Vendor, {
        id: randomUUIDv7(),
        code,
        name,
        printedName,
        joinedOn: REGULATION_EFFECTIVE_FROM,
        leftOn: null,
      });
      tx.create(OnlineChannel, {
        id: randomUUIDv7(),
        vendorId: vendor.id,
        url,
        registeredOn: REGULATION_EFFECTIVE_FROM,
        closedOn: null,
      });
    }
    const { validFrom, parameters } = defaultPolicy;
    const made = { createdAt: at, createdBy: context.caller.actor?.id ?? mark, reason: null };
    tx.create(PolicyVersion, {
      id: randomUUIDv7(),
      validFrom,
      parameters,
      ...made,
      withdrawnAt: null,
    });
    tx.create(CalendarVersion, {
      id: randomUUIDv7(),
      number: 1,
      spec: calendar2024To2026,
      ...made,
    });
    tx.create(InstallationMark, { name: mark, madeAt: at });
    describe({ type: "Installation", id: mark });
    return ok(null);
  });
}
