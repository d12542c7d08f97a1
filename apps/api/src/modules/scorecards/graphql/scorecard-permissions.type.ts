import { Field, ObjectType } from "type-graphql";

import { Permission } from "../../../platform/graphql/index.ts";

@ObjectType({ description: "What the caller may do with this form." })
export class ScorecardPermissions {
  @Field(() => Permission)
  readonly propose!: Permission;

  @Field(() => Permission)
  readonly export!: Permission;

  @Field(() => Permission, { description: "Send it to its vendor." })
  readonly send!: Permission;

  @Field(() => Permission)
  readonly freeze!: Permission;
}
