import { createUnionType, Field, ObjectType } from "type-graphql";

import { NotAllowedProblem } from "../../../platform/graphql/index.ts";
import { AuditChain } from "./audit-chain.type.ts";

@ObjectType({ description: "The chain as it stands; a verification goes on after the answer." })
export class AuditChainSuccess {
  @Field(() => AuditChain)
  readonly chain!: AuditChain;
}

export const AuditChainResult = createUnionType({
  name: "AuditChainResult",
  types: () => [AuditChainSuccess, NotAllowedProblem] as const,
  resolveType: (value) => value.constructor as typeof AuditChainSuccess,
});
