import { join } from "node:path";

import { commitImport, stageImport } from "../../modules/cases/index.ts";
import { checkout } from "../../platform/config/checkout.ts";
import type { Config } from "../../platform/config/config.ts";
import { system } from "../../platform/identity/caller.ts";
import {
  InstallationMark,
  perform,
  withinScope,
  type WorkContext,
} from "../../platform/orm/index.ts";
import { ok } from "@signet/domain";
import { contextFor } from "../create-context.ts";
import type { Installation } from "../installation.ts";
import type { DemoAccount } from "../welcome.ts";
import { createDemoAccounts } from "./demo-accounts.ts";
import { refreshArrivals } from "./demo-arrivals.ts";

const mark = "demo-data";

/**
 * Makes a fresh installation worth looking at: accounts and the sample quarter the first time, and at
 * every start a few arrivals around now. What people entered is never touched. `accounts` stops at
 * the people: their pages are as empty as on the first day.
 */
export async function openDemo(
  installation: Installation,
  demo: Config["demo"],
  log: (line: string) => void,
): Promise<readonly DemoAccount[]> {
  if (demo === "off") return [];
  const context = contextFor(installation, system, "start");
  return withinScope(context.scope, () => loadDemo(context, demo, log));
}

async function loadDemo(
  context: WorkContext,
  demo: Config["demo"],
  log: (line: string) => void,
): Promise<readonly DemoAccount[]> {
  const accounts = await createDemoAccounts(context);
  if (demo === "accounts") return accounts;
  if (!(await context.em.fork().findOne(InstallationMark, mark))) {
    log("正在载入演示数据 …");
    const staged = await stageImport(context, join(checkout, "apps/api/demo/cases-2026Q3.csv"));
    if (staged.ok) await commitImport(context, staged.value.batchId);
    await perform(context, "installation.load-demo", null, async ({ tx, at, describe }) => {
      await tx.upsert(InstallationMark, { name: mark, madeAt: at });
      describe({ type: "Installation", id: mark });
      return ok(null);
    });
  }
  await refreshArrivals(context);
  return accounts;
}
