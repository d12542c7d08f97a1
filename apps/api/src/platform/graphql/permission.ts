import { type Locale, message, type Refusal, type Result } from "@signet/domain";
import { Field, ObjectType } from "type-graphql";

/** The answer to one question of access, so that a page never guesses. */
@ObjectType({ description: "Whether the caller may do something and, where not, why." })
export class Permission {
  @Field(() => Boolean)
  readonly allowed: boolean;

  @Field(() => String, { nullable: true })
  readonly code: string | null;

  @Field(() => String, { nullable: true })
  readonly message: string | null;

  constructor(answer: Result<unknown, Refusal>, locale: Locale) {
    this.allowed = answer.ok;
    this.code = answer.ok ? null : answer.error.code;
    this.message = answer.ok ? null : message(answer.error.code, locale);
  }
}
