import { Role } from "@signet/domain";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";

registerEnumType(Role, {
  name: "Role",
  description: "What somebody is appointed to do. May grow.",
});

/** Who is signed in. */
@ObjectType({ description: "Who is signed in." })
export class Viewer {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [Role])
  readonly roles!: readonly Role[];

  @Field(() => ID, { nullable: true, description: "The vendor they work for." })
  readonly vendorId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The division code of the region they serve.",
  })
  readonly regionCode!: string | null;
}
