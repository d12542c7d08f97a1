import { GraphQLDateTimeISO } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";

@ObjectType("IdentityProvider", {
  description: "An OpenID Connect provider by which people may sign in: `GET /sign-in/oidc`.",
})
export class IdentityProviderType {
  @Field(() => String, { description: "What people call it." })
  readonly name!: string;
}

@ObjectType({ description: "How people may sign in here besides by password." })
export class SignInWays {
  @Field(() => IdentityProviderType, { nullable: true, description: "Null where none is set up." })
  readonly identityProvider!: IdentityProviderType | null;
}

@ObjectType({
  description: "Who the caller is to the identity provider is linked to their account.",
})
export class IdentityLink {
  @Field(() => GraphQLDateTimeISO)
  readonly linkedAt!: string;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: "When it last opened a session.",
  })
  readonly lastUsedAt!: string | null;
}
