import { type AccountAct, canActOnAccount, canManageAccounts } from "@signet/domain";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";

import {
  type ApiContext,
  badInput,
  decodeCursor,
  encodeCursor,
  notAllowed,
  notSignedIn,
  PageArgs,
  pageOf,
  Permission,
  readPage,
} from "../../../platform/graphql/index.ts";
import { type Region, regionLoader, RegionType } from "../../regions/index.ts";
import { type Vendor, vendorLoader, VendorType } from "../../vendors/index.ts";
import {
  countAccounts,
  readAccounts,
  readAdministrators,
} from "../persistence/account-list.view.ts";
import { AccountFilterInput } from "./account.input.ts";
import { AccountConnection, AccountPermissions, AccountType } from "./account.type.ts";

@Resolver(() => AccountType)
export class AccountResolver {
  @Query(() => AccountConnection, { description: "Accounts by user name, for administrators." })
  async accounts(
    @Args(() => PageArgs) args: PageArgs,
    @Arg("filter", () => AccountFilterInput, { nullable: true }) given: AccountFilterInput | null,
    @Ctx() { em, caller, clock, locale }: ApiContext,
  ): Promise<AccountConnection> {
    if (!caller.actor) throw notSignedIn();
    const allowed = canManageAccounts(caller.actor);
    if (!allowed.ok) throw notAllowed(allowed.error.code, locale);
    const { search, ...rest } = given ?? {};
    const filter = { ...rest, text: search ?? null };
    const page = readPage(args, usernameIn);
    const now = clock.now();
    const [read, totalCount] = await Promise.all([
      readAccounts(em, filter, { ...page, username: page.cursor }, now),
      countAccounts(em, filter, now),
    ]);
    const edges = read.rows.map((node) => ({ node, cursor: encodeCursor([node.username]) }));
    return { ...pageOf(edges, read, page), totalCount };
  }

  @FieldResolver(() => VendorType, { nullable: true })
  vendor(@Root() { vendorId }: AccountType, @Ctx() context: ApiContext): Promise<Vendor> | null {
    return vendorId === null ? null : context.loader(vendorLoader).load(vendorId);
  }

  @FieldResolver(() => RegionType, { nullable: true })
  region(
    @Root() { regionCode }: AccountType,
    @Ctx() context: ApiContext,
  ): Promise<Region | null> | null {
    return regionCode === null ? null : context.loader(regionLoader).load(regionCode);
  }

  @FieldResolver(() => AccountPermissions)
  async permissions(
    @Root() account: AccountType,
    @Ctx() context: ApiContext,
  ): Promise<AccountPermissions> {
    const { actor } = context.caller;
    if (!actor) throw notSignedIn();
    const administrators = await context.loader(administratorsOf);
    const otherAdministrators = administrators.filter((id) => id !== account.id).length;
    const standing = { ...account, otherAdministrators };
    const may = (act: AccountAct) => canActOnAccount(actor, act, standing, account.roles);
    const { locale } = context;
    return {
      changeRoles: new Permission(may("CHANGE_ROLES"), locale),
      close: new Permission(may("CLOSE"), locale),
      reopen: new Permission(may("REOPEN"), locale),
      unlock: new Permission(may("UNLOCK"), locale),
      reset: new Permission(may("RESET"), locale),
    };
  }
}

function usernameIn(cursor: string, argument: string): string {
  const [username = ""] = decodeCursor(cursor, 1, argument);
  if (username === "" || username.length > 40)
    throw badInput(argument, "is not a cursor of this list");
  return username;
}

/** Who could sign in as administrator: read once a request. */
const administratorsOf = ({ em }: ApiContext): Promise<readonly string[]> => readAdministrators(em);
