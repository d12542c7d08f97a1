import { AccountState, Role } from "@signet/domain";
import { Field, ID, InputType, Int } from "type-graphql";
import * as v from "valibot";

import { validates } from "../../../platform/graphql/index.ts";

const uuid = v.pipe(v.string(), v.uuid("must be an id"));
const region = v.pipe(v.string(), v.regex(/^\d{6}$/, "must be six digits"));
const appointment = {
  roles: v.pipe(v.array(v.any()), v.maxLength(10)),
  vendorId: v.nullish(uuid),
  regionCode: v.nullish(region),
};

@InputType({ description: "All conditions given must hold." })
@validates(
  v.looseObject({
    search: v.nullish(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))),
    vendorId: v.nullish(uuid),
    regionCode: v.nullish(region),
  }),
)
export class AccountFilterInput {
  @Field(() => String, { nullable: true, description: "Part of the user name or of the name." })
  readonly search?: string | null;

  @Field(() => Role, { nullable: true })
  readonly role?: Role | null;

  @Field(() => ID, { nullable: true })
  readonly vendorId?: string | null;

  @Field(() => String, { nullable: true })
  readonly regionCode?: string | null;

  @Field(() => AccountState, { nullable: true })
  readonly state?: AccountState | null;
}

@InputType()
@validates(
  v.looseObject({
    ...appointment,
    username: v.pipe(
      v.string(),
      v.regex(
        /^[a-z0-9][a-z0-9._-]{1,39}$/,
        "must be 2 to 40 small letters, digits, dots, dashes or underscores",
      ),
    ),
    displayName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  }),
)
export class InviteAccountInput {
  @Field(() => String)
  readonly username!: string;

  @Field(() => String)
  readonly displayName!: string;

  @Field(() => [Role])
  readonly roles!: Role[];

  @Field(() => ID, { nullable: true })
  readonly vendorId?: string | null;

  @Field(() => String, { nullable: true })
  readonly regionCode?: string | null;
}

@InputType({ description: "The account, and the revision of it that the caller saw." })
@validates(v.looseObject({ id: uuid }))
export class AccountActInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly revision!: number;
}

@InputType()
@validates(v.looseObject({ id: uuid, ...appointment }))
export class ChangeRolesInput extends AccountActInput {
  @Field(() => [Role])
  readonly roles!: Role[];

  @Field(() => ID, { nullable: true })
  readonly vendorId?: string | null;

  @Field(() => String, { nullable: true })
  readonly regionCode?: string | null;
}
