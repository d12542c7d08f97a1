import { LineOutcome } from "@signet/domain";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import { PageInfo } from "../../../platform/graphql/index.ts";

registerEnumType(LineOutcome, {
  name: "LineOutcome",
  description: "What becomes of a line. May grow.",
});

@ObjectType({ description: "What is wrong with a line, or why it is skipped." })
export class ImportFault {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String, { nullable: true, description: "Null where the whole line is at fault." })
  readonly field!: string | null;

  @Field(() => String, { nullable: true, description: "The heading of the column at fault." })
  readonly column!: string | null;

  @Field(() => String)
  readonly message!: string;
}

@ObjectType("ImportLine", {
  description: "A row of the file as a spreadsheet numbers it; its content is not told.",
})
export class ImportLineType {
  @Field(() => Int, { description: "The heading is 1." })
  readonly line!: number;

  @Field(() => String, { nullable: true, description: "受理编号, where the line has one." })
  readonly number!: string | null;

  @Field(() => LineOutcome, { description: "Of a clean line: as if it were committed now." })
  readonly outcome!: LineOutcome;

  @Field(() => [ImportFault])
  readonly faults!: readonly ImportFault[];
}

@ObjectType()
export class ImportLineEdge {
  @Field(() => ImportLineType)
  readonly node!: ImportLineType;

  @Field(() => String)
  readonly cursor!: string;
}

@ObjectType({ description: "A page of an import's lines, in their order." })
export class ImportLineConnection {
  @Field(() => [ImportLineEdge])
  readonly edges!: readonly ImportLineEdge[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}
