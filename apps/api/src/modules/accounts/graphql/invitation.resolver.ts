import { GraphQLDateTimeISO } from "graphql-scalars";
import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from "type-graphql";

import type { ApiContext } from "../../../platform/graphql/index.ts";
import { acceptInvitation, findInvited } from "../use-cases/invitation.ts";
import { InvitationProblem, PasswordProblem } from "./account-problems.ts";
import { AcceptInvitationInput } from "./own-account.input.ts";
import { AcceptInvitationResult, AcceptInvitationSuccess } from "./own-account.result.ts";

@ObjectType({ description: "Whom a link invites." })
export class Invited {
  @Field(() => String)
  readonly username!: string;

  @Field(() => String)
  readonly displayName!: string;

  @Field(() => GraphQLDateTimeISO)
  readonly expiresAt!: Date;
}

@Resolver()
export class InvitationResolver {
  @Query(() => Invited, {
    nullable: true,
    description: "Whom a link invites; null where it is unknown, used or too old.",
  })
  async invitation(
    @Arg("token", () => String) token: string,
    @Ctx() context: ApiContext,
  ): Promise<Invited | null> {
    const found = await findInvited(context, token.slice(0, 100));
    if (!found) return null;
    const { username, displayName } = found.account;
    return { username, displayName, expiresAt: found.expiresAt };
  }

  @Mutation(() => AcceptInvitationResult, {
    description: "Sets the password of the invited person's account; the link is used up.",
  })
  async acceptInvitation(
    @Arg("input", () => AcceptInvitationInput) input: AcceptInvitationInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof AcceptInvitationResult> {
    const done = await acceptInvitation(context, input);
    if (done.ok) return Object.assign(new AcceptInvitationSuccess(), done.value);
    return done.error.code === "INVITATION_NOT_VALID"
      ? new InvitationProblem(done.error.code, context.locale)
      : new PasswordProblem(done.error.code, context.locale, done.error.faults);
  }
}
