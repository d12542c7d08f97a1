import { ImportState, type ProblemCode } from "@signet/domain";
import { GraphQLDateTimeISO } from "graphql-scalars";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { PageInfo, Permission } from "../../../platform/graphql/index.ts";

registerEnumType(ImportState, {
  name: "ImportState",
  description: "Where an import stands. May grow: show a value you do not know as it is.",
});

@ObjectType({ description: "How many lines of an import became, or would become, what." })
export class ImportCounts {
  @Field(() => Int, { description: "Lines that would become cases, or have yet to." })
  readonly importable!: number;

  @Field(() => Int)
  readonly imported!: number;

  @Field(() => Int, { description: "Known already, with the same content." })
  readonly skipped!: number;

  @Field(() => Int, { description: "Faulty, or contradicting what is known." })
  readonly rejected!: number;
}

@ObjectType({ description: "How far the work at an import has come." })
export class ImportProgress {
  @Field(() => Int)
  readonly done!: number;

  @Field(() => Int, { nullable: true, description: "Null while the file is still being read." })
  readonly total!: number | null;
}

@ObjectType({ description: "What the caller may do to this import now." })
export class ImportPermissions {
  @Field(() => Permission)
  readonly commit!: Permission;

  @Field(() => Permission)
  readonly cancel!: Permission;

  @Field(() => Permission)
  readonly undo!: Permission;
}

@ObjectType("ImportBatch", { description: "One file of service records on its way in." })
export class ImportBatchType {
  readonly vendorId!: string | null;
  readonly createdBy!: string;
  readonly progressedAt!: string;
  readonly problem!: ProblemCode | null;
  readonly imported!: number;
  readonly skipped!: number;
  readonly rejected!: number;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly fileName!: string;

  @Field(() => ImportState)
  readonly state!: ImportState;

  @Field(() => Int)
  readonly linesRead!: number;

  @Field(() => GraphQLDateTimeISO)
  readonly createdAt!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  readonly finishedAt!: string | null;
}

@ObjectType()
export class ImportBatchEdge {
  @Field(() => ImportBatchType)
  readonly node!: ImportBatchType;

  @Field(() => String)
  readonly cursor!: string;
}

@ObjectType({ description: "A page of imports, newest first." })
export class ImportBatchConnection {
  @Field(() => [ImportBatchEdge])
  readonly edges!: readonly ImportBatchEdge[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}
