import { ErasureReason, RevealPurpose } from "@signet/domain";
import { Field, ID, InputType, registerEnumType } from "type-graphql";
import * as v from "valibot";

import { validates } from "../../../platform/graphql/index.ts";

const grows = "May grow: show a value you do not know as it is.";
registerEnumType(RevealPurpose, {
  name: "RevealPurpose",
  description: `Why somebody looks at a whole identity number. ${grows}`,
});
registerEnumType(ErasureReason, {
  name: "ErasureReason",
  description: `Why the personal data of an applicant is erased. ${grows}`,
});

const caseId = v.pipe(v.string(), v.uuid("must be an id"));

@InputType()
@validates(
  v.pipe(
    v.looseObject({
      caseId,
      purpose: v.any(),
      note: v.nullish(v.pipe(v.string(), v.trim(), v.maxLength(200))),
    }),
    v.forward(
      v.check(
        ({ purpose, note }) => purpose !== "OTHER" || (note ?? "") !== "",
        "must say what for",
      ),
      ["note"],
    ),
  ),
)
export class RevealIdentityInput {
  @Field(() => ID)
  readonly caseId!: string;

  @Field(() => RevealPurpose)
  readonly purpose!: RevealPurpose;

  @Field(() => String, { nullable: true, description: "Needed where the purpose is another one." })
  readonly note?: string | null;
}

@InputType()
@validates(v.looseObject({ caseId }))
export class RequestErasureInput {
  @Field(() => ID)
  readonly caseId!: string;

  @Field(() => ErasureReason)
  readonly reason!: ErasureReason;
}
