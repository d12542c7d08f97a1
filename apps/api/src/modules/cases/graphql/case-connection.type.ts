import { Field, Int, ObjectType } from "type-graphql";

import { Costs, PageInfo } from "../../../platform/graphql/index.ts";
import { CaseType } from "./case.type.ts";

@ObjectType()
export class CaseEdge {
  @Field(() => CaseType)
  readonly node!: CaseType;

  @Field(() => String)
  readonly cursor!: string;
}

@ObjectType({ description: "A page of cases. `totalCount` is counted only where it is asked for." })
export class CaseConnection {
  @Field(() => [CaseEdge])
  readonly edges!: readonly CaseEdge[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;

  @Costs(20)
  @Field(() => Int, { description: "Cases that the filter finds within the caller's scope." })
  readonly totalCount!: number;
}
