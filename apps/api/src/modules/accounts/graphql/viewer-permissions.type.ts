import { Field, ObjectType } from "type-graphql";

import { Permission } from "../../../platform/graphql/index.ts";

/** What the caller may do that hangs on no object. */
@ObjectType({ description: "What the caller may do that hangs on no single object." })
export class ViewerPermissions {
  @Field(() => Permission)
  readonly acceptCases!: Permission;

  @Field(() => Permission)
  readonly importCases!: Permission;

  @Field(() => Permission)
  readonly seeImports!: Permission;

  @Field(() => Permission)
  readonly undoImport!: Permission;

  @Field(() => Permission)
  readonly proposeScorecards!: Permission;

  @Field(() => Permission, { description: "Any scorecard at all, once it may be seen." })
  readonly seeScorecards!: Permission;

  @Field(() => Permission)
  readonly readAudit!: Permission;

  @Field(() => Permission)
  readonly manageIntegrations!: Permission;

  @Field(() => Permission)
  readonly manageAccounts!: Permission;
}
