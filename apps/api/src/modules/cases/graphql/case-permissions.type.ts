import { Field, ObjectType } from "type-graphql";

import { Permission } from "../../../platform/graphql/index.ts";

@ObjectType({ description: "What the caller may do to this case now." })
export class CasePermissions {
  @Field(() => Permission)
  readonly pause!: Permission;

  @Field(() => Permission)
  readonly resume!: Permission;

  @Field(() => Permission)
  readonly complete!: Permission;

  @Field(() => Permission)
  readonly handOver!: Permission;

  @Field(() => Permission)
  readonly mail!: Permission;

  @Field(() => Permission)
  readonly revealIdentity!: Permission;
}
