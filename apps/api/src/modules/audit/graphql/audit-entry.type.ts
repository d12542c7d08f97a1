import { GraphQLDateTimeISO } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";

import { PageInfo } from "../../../platform/graphql/index.ts";

@ObjectType({ description: "Who acted: by id, and as people call them." })
export class AuditActor {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: "user, operator, system or anonymous. May grow." })
  readonly kind!: string;
}

@ObjectType({ description: "A value as the audit holds it." })
export class AuditValue {
  @Field(() => String, { nullable: true, description: "Null where there was nothing." })
  readonly text!: string | null;

  @Field(() => Boolean, {
    description: "A keyed digest stands for personal data: equal ones were equal.",
  })
  readonly isDigest!: boolean;
}

@ObjectType({ description: "One field of something that changed." })
export class AuditFieldChange {
  @Field(() => String)
  readonly name!: string;

  @Field(() => AuditValue, { nullable: true, description: "Null where it is new." })
  readonly before!: AuditValue | null;

  @Field(() => AuditValue, { nullable: true, description: "Null where it is gone." })
  readonly after!: AuditValue | null;
}

@ObjectType({ description: "One thing that an act made, changed or took away." })
export class AuditChange {
  @Field(() => String)
  readonly entity!: string;

  @Field(() => String, { description: "What it is, in the caller's language." })
  readonly entityName!: string;

  @Field(() => String)
  readonly entityId!: string;

  @Field(() => String, { description: "create, update or delete." })
  readonly kind!: string;

  @Field(() => [AuditFieldChange])
  readonly fields!: readonly AuditFieldChange[];
}

@ObjectType({ description: "What an act did to many rows by one statement." })
export class AuditBulkChange {
  @Field(() => String)
  readonly verb!: string;

  @Field(() => String)
  readonly table!: string;

  @Field(() => Int)
  readonly rows!: number;
}

@ObjectType({ description: "What an act says of itself beside its changes." })
export class AuditDetail {
  @Field(() => String)
  readonly name!: string;

  @Field(() => AuditValue)
  readonly value!: AuditValue;
}

@ObjectType("AuditEntry", { description: "One act, chained to the one before it." })
export class AuditEntryType {
  readonly actorId!: string;
  readonly actorKind!: string;
  readonly body!: string | null;

  @Field(() => Int, { description: "Its place in the chain, from 1." })
  readonly sequence!: number;

  @Field(() => GraphQLDateTimeISO)
  readonly occurredAt!: string;

  @Field(() => String, { description: "Such as case.accept. May grow." })
  readonly act!: string;

  @Field(() => String, { nullable: true })
  readonly subjectType!: string | null;

  @Field(() => String, { nullable: true })
  readonly subjectId!: string | null;

  @Field(() => String, { description: "Of the request, as its answer named it." })
  readonly requestId!: string;

  @Field(() => String, { description: "The keyed hash, in hexadecimal." })
  readonly hash!: string;

  @Field(() => String)
  readonly algorithm!: string;

  @Field(() => ID)
  readonly keyId!: string;
}

@ObjectType()
export class AuditEntryEdge {
  @Field(() => AuditEntryType)
  readonly node!: AuditEntryType;

  @Field(() => String)
  readonly cursor!: string;
}

@ObjectType({ description: "A page of the audit, newest first." })
export class AuditEntryConnection {
  @Field(() => [AuditEntryEdge])
  readonly edges!: readonly AuditEntryEdge[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

@ObjectType({ description: "A name that the audit uses, and how it is said." })
export class AuditWord {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly label!: string;
}

@ObjectType({ description: "What can be searched for." })
export class AuditWords {
  @Field(() => [AuditWord])
  readonly acts!: readonly AuditWord[];

  @Field(() => [AuditWord])
  readonly subjectTypes!: readonly AuditWord[];
}
