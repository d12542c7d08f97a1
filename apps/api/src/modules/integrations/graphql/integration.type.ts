import { IntegrationKeyState, IntegrationScope } from "@signet/domain";
import { GraphQLDateTimeISO, GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";

import { PageInfo } from "../../../platform/graphql/index.ts";

registerEnumType(IntegrationScope, {
  name: "IntegrationScope",
  description: "What a machine may read with its key. May grow.",
});
registerEnumType(IntegrationKeyState, {
  name: "IntegrationKeyState",
  description: "What a key is now. May grow.",
});

@ObjectType("IntegrationKey", { description: "One key of a machine, without its text." })
export class IntegrationKeyType {
  readonly createdBy!: string;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: "Its last four characters." })
  readonly hint!: string;

  @Field(() => IntegrationKeyState)
  readonly state!: IntegrationKeyState;

  @Field(() => GraphQLDateTimeISO)
  readonly createdAt!: string;

  @Field(() => GraphQLDateTimeISO)
  readonly expiresAt!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  readonly revokedAt!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The local day of its last request; null before the first.",
  })
  readonly lastUsedOn!: string | null;
}

@ObjectType("Integration", {
  description: "A machine of a banner, county or city, and what it may read.",
})
export class IntegrationType {
  readonly regionCode!: string;
  readonly createdBy!: string;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [IntegrationScope])
  readonly scopes!: readonly IntegrationScope[];

  @Field(() => GraphQLDateTimeISO)
  readonly createdAt!: string;
}

@ObjectType()
export class IntegrationEdge {
  @Field(() => IntegrationType)
  readonly node!: IntegrationType;

  @Field(() => String)
  readonly cursor!: string;
}

@ObjectType({ description: "A page of machines, by name." })
export class IntegrationConnection {
  @Field(() => [IntegrationEdge])
  readonly edges!: readonly IntegrationEdge[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}
