import { countPlainApplicants, sealApplicants } from "../modules/cases/index.ts";
import type { Connection } from "../platform/orm/connection.ts";
import { forgetRemains } from "../platform/orm/forget-remains.ts";
import type { WorkContext } from "../platform/orm/index.ts";

/**
 * Once after the upgrade to sealed names, before anybody is served: seals what stands in the clear, then
 * takes away what is left of it on the disk. A start that was killed in between is completed by the next.
 */
export async function sealApplicantsOnce(
  context: WorkContext,
  owner: Connection,
  log: (line: string) => void,
): Promise<void> {
  const total = await countPlainApplicants(context);
  if (total === null) return;
  await sealApplicants(context, (sealed) => log(`正在加密主体信息 ${sealed} / ${total}`));
  const remains = await forgetRemains(owner, {
    rewritten: ["service_case"],
    dropped: "plain_applicant",
  });
  for (const line of remains) log(line);
}
