import { Field, Int, ObjectType } from "type-graphql";

import type { Hypothesis } from "../use-cases/preview-change.ts";

@ObjectType({ description: "How many of something count for a quarter." })
export class QuarterCount {
  @Field(() => String, { description: "YYYYQn" })
  readonly quarter!: string;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType({
  description:
    "What the open cases received today would have come to under the edited rules. They keep theirs.",
})
export class WhatIf {
  @Field(() => Int, { description: "Open cases received today." })
  readonly openToday!: number;

  @Field(() => Int, { description: "Those of them whose deadline would be another." })
  readonly otherDeadline!: number;
}

/** What an edit leaves alone. Whoever keeps clocks and forms answers for them: each module its own field. */
@ObjectType({ description: "What an edit of the rules would leave as it is." })
export class RuleReach {
  readonly hypothesis!: Hypothesis;
}
