import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import type { ApiContext } from "../../../platform/graphql/index.ts";
import { accountNameLoader } from "../../accounts/index.ts";
import { IntegrationKeyType } from "./integration.type.ts";

@Resolver(() => IntegrationKeyType)
export class IntegrationKeyResolver {
  @FieldResolver(() => String, { name: "createdBy", description: "Who gave it out." })
  createdByName(
    @Root() { createdBy }: IntegrationKeyType,
    @Ctx() context: ApiContext,
  ): Promise<string> {
    return context.loader(accountNameLoader).load(createdBy);
  }
}
