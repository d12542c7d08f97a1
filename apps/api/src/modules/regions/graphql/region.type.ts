import { Field, ID, ObjectType } from "type-graphql";

@ObjectType("Region", { description: "A banner, county or city of the league." })
export class RegionType {
  @Field(() => ID, { description: "Division code, six digits." })
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;
}
