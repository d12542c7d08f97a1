import { createUnionType, Field, ObjectType } from "type-graphql";

import {
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  Problem,
} from "../../../platform/graphql/index.ts";
import { ImportBatchType } from "./import.type.ts";

@ObjectType({ description: "The import as it stands now; long work goes on after the answer." })
export class ImportActSuccess {
  @Field(() => ImportBatchType)
  readonly batch!: ImportBatchType;
}

@ObjectType({
  implements: Problem,
  description: "There is no such import, or the act does not fit where it stands.",
})
export class ImportStateProblem extends Problem {}

export const ImportActResult = createUnionType({
  name: "ImportActResult",
  types: () =>
    [ImportActSuccess, ImportStateProblem, NotAllowedProblem, IdempotencyKeyReusedProblem] as const,
  resolveType: (value) => value.constructor as typeof ImportActSuccess,
});
