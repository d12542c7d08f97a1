import { canManageIntegrations, integrationKeyState } from "@signet/domain";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import * as v from "valibot";

import {
  type ApiContext,
  badInput,
  decodeCursor,
  encodeCursor,
  notSignedIn,
  PageArgs,
  pageOf,
  readPage,
  requireId,
} from "../../../platform/graphql/index.ts";
import { permitted } from "../../../platform/identity/permitted.ts";
import { regionLoader, RegionType } from "../../regions/index.ts";
import { readIntegrations } from "../persistence/integration-list.view.ts";
import { integrationKeysLoader } from "./integration-keys.loader.ts";
import { IntegrationConnection, IntegrationKeyType, IntegrationType } from "./integration.type.ts";

const search = v.nullish(v.pipe(v.string(), v.maxLength(60)));

@Resolver(() => IntegrationType)
export class IntegrationResolver {
  @Query(() => IntegrationConnection, {
    description:
      "The machines that were given keys, by name; none for whoever may not manage them.",
  })
  async integrations(
    @Args(() => PageArgs) args: PageArgs,
    @Arg("search", () => String, { nullable: true, description: "A part of the name." })
    part: string | null,
    @Arg("regionCode", () => String, { nullable: true }) regionCode: string | null,
    @Ctx() context: ApiContext,
  ): Promise<IntegrationConnection> {
    const { caller, em } = context;
    if (!caller.actor) throw notSignedIn();
    if (!v.is(search, part)) throw badInput("search", "at most 60 characters");
    const page = readPage(args, integrationCursor);
    const read = permitted(caller, canManageIntegrations).ok
      ? await readIntegrations(em, { ...page, search: part?.trim() || null, regionCode })
      : { rows: [], hasMore: false };
    return pageOf(
      read.rows.map((node) => ({
        node: node as IntegrationType,
        cursor: encodeCursor([node.name, node.id]),
      })),
      read,
      page,
    );
  }

  @FieldResolver(() => RegionType)
  async region(
    @Root() { regionCode }: IntegrationType,
    @Ctx() context: ApiContext,
  ): Promise<RegionType | null> {
    return context.loader(regionLoader).load(regionCode);
  }

  @FieldResolver(() => [IntegrationKeyType], { description: "The newest first." })
  async keys(
    @Root() { id }: IntegrationType,
    @Ctx() context: ApiContext,
  ): Promise<readonly IntegrationKeyType[]> {
    const now = context.clock.now().getTime();
    const keys = await context.loader(integrationKeysLoader).load(id);
    return keys.map((key) => ({
      ...key,
      state: integrationKeyState(
        {
          expiresAt: Date.parse(key.expiresAt),
          revokedAt: key.revokedAt === null ? null : Date.parse(key.revokedAt),
        },
        now,
      ),
    }));
  }
}

function integrationCursor(cursor: string, argument: string) {
  const [name = "", id = ""] = decodeCursor(cursor, 2, argument);
  if (name.includes("\0") || !name.isWellFormed())
    throw badInput(argument, "is not a cursor of this list");
  return { name, id: requireId(id, argument) };
}
