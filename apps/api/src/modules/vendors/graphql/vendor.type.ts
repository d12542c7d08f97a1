import { Field, ID, ObjectType } from "type-graphql";

@ObjectType("Vendor", { description: "A company that issues CA certificates at the centre." })
export class VendorType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: "Short code." })
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { description: "The name as the regulation prints it." })
  readonly printedName!: string;
}
