import type { ApiContext } from "../../../platform/graphql/index.ts";
import { allCaseFields } from "../persistence/case-columns.ts";
import { readCase } from "../persistence/case-list.view.ts";
import { CaseActSuccess } from "./case-act.result.ts";
import type { CaseType } from "./case.type.ts";

/** The case as it stands after an act. */
export async function success(context: ApiContext, id: string): Promise<CaseActSuccess> {
  return Object.assign(new CaseActSuccess(), { case: await standing(context, id) });
}

export async function standing(
  { em, scope, clock, vault }: ApiContext,
  id: string,
): Promise<CaseType> {
  const row = await readCase(em, { scope, now: clock.now(), vault }, { id }, allCaseFields);
  if (!row) throw new Error(`Case ${id} went away`);
  return row as CaseType;
}
