import { ErasureReason } from "@signet/domain";
import { GraphQLDateTimeISO } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";

import { Permission } from "../../../platform/graphql/index.ts";

@ObjectType({ description: "What somebody asked for and another person has not confirmed yet." })
export class ErasureRequest {
  @Field(() => ErasureReason)
  readonly reason!: ErasureReason;

  @Field(() => GraphQLDateTimeISO)
  readonly requestedAt!: Date;

  @Field(() => String, { description: "The name of who asked." })
  readonly requestedBy!: string;
}

@ObjectType({ description: "What the caller may do now about erasing an applicant." })
export class ErasurePermissions {
  @Field(() => Permission, { description: "Ask for it because the applicant does." })
  readonly requestForApplicant!: Permission;

  @Field(() => Permission, { description: "Ask for it because the retention is over." })
  readonly requestAfterRetention!: Permission;

  @Field(() => Permission)
  readonly confirm!: Permission;

  @Field(() => Permission)
  readonly withdraw!: Permission;
}

@ObjectType("CaseErasure", { description: "How it stands with erasing the applicant of a case." })
export class CaseErasureType {
  @Field(() => ErasureRequest, { nullable: true, description: "Null while nobody asks for it." })
  readonly request!: ErasureRequest | null;

  @Field(() => ErasurePermissions)
  readonly permissions!: ErasurePermissions;
}
