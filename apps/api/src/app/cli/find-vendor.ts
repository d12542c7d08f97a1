import { vendorNames } from "../../modules/vendors/index.ts";
import type { WorkContext } from "../../platform/orm/index.ts";

/** A vendor by name, printed name, code or id; says which there are where none is meant. */
export async function findVendor({ em }: WorkContext, name: string): Promise<string | null> {
  const names = await vendorNames(em.fork());
  const found = names.get(name);
  if (!found)
    console.error(
      `没有名为 ${name} 的 CA 企业。可用：${[...names.keys()].filter((known) => !known.includes("-")).join("、")}`,
    );
  return found ?? null;
}
