import type { Result } from "@signet/domain";
import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";

import {
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  requireId,
} from "../../../platform/graphql/index.ts";
import { cancelImport as cancel } from "../use-cases/cancel-import.ts";
import { findImport } from "../use-cases/read-imports.ts";
import type { UndoProblem } from "../use-cases/undo-import.ts";
import { ImportActResult, ImportActSuccess, ImportStateProblem } from "./import-act.result.ts";
import type { ImportContext } from "./import-context.ts";
import type { ImportBatchType } from "./import.type.ts";

@Resolver()
export class ImportActResolver {
  @Mutation(() => ImportActResult, {
    description: "Turns a checked file into cases; goes on after the answer.",
  })
  commitImport(
    @Arg("id", () => ID) id: string,
    @Ctx() context: ImportContext,
  ): Promise<typeof ImportActResult> {
    return answer(context, id, (batchId) => context.imports.commit(context, batchId));
  }

  @Mutation(() => ImportActResult, {
    description: "Ends an unfinished import; the cases it made stay, and can be undone.",
  })
  cancelImport(
    @Arg("id", () => ID) id: string,
    @Ctx() context: ImportContext,
  ): Promise<typeof ImportActResult> {
    return answer(context, id, (batchId) => cancel(context, batchId));
  }

  @Mutation(() => ImportActResult, {
    description:
      "Takes an import's cases back while nothing rests on them; goes on after the answer.",
  })
  undoImport(
    @Arg("id", () => ID) id: string,
    @Ctx() context: ImportContext,
  ): Promise<typeof ImportActResult> {
    return answer(context, id, (batchId) => context.imports.undo(context, batchId));
  }
}

async function answer(
  context: ImportContext,
  id: string,
  act: (batchId: string) => Promise<Result<unknown, UndoProblem>>,
): Promise<typeof ImportActResult> {
  const done = await act(requireId(id, "id"));
  if (!done.ok) return problemOf(context, done.error);
  const batch = await findImport(context, id);
  if (!batch) throw new Error(`Import ${id} went away`);
  return Object.assign(new ImportActSuccess(), { batch: batch as ImportBatchType });
}

function problemOf({ locale }: ImportContext, { code }: UndoProblem): typeof ImportActResult {
  switch (code) {
    case "IMPORT_NOT_FOUND":
    case "IMPORT_NOT_OPEN":
    case "IMPORT_NOT_DONE":
    case "IMPORT_IN_USE":
      return new ImportStateProblem(code, locale);
    case "IDEMPOTENCY_KEY_REUSED":
      return new IdempotencyKeyReusedProblem(code, locale);
    default:
      return new NotAllowedProblem(code, locale);
  }
}
