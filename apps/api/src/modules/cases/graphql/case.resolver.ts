import { isUscc } from "@signet/domain";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";

import {
  type ApiContext,
  badInput,
  decodeCursor,
  encodeCursor,
  isInstant,
  notSignedIn,
  PageArgs,
  requestedFields,
  requireId,
  OpenTo,
} from "../../../platform/graphql/index.ts";
import { type Region, regionLoader, RegionType } from "../../regions/index.ts";
import { vendorLoader, VendorType } from "../../vendors/index.ts";
import { type CaseField, type CaseRow, isCaseField } from "../persistence/case-columns.ts";
import {
  type CaseListQuery,
  countCases,
  readCase,
  readCases,
} from "../persistence/case-list.view.ts";
import { CaseOrder } from "./case-enums.ts";
import { CaseConnection } from "./case-connection.type.ts";
import type { CasesContext } from "./cases-context.ts";
import { CaseFilterInput } from "./case-filter.input.ts";
import { CaseType } from "./case.type.ts";

@Resolver(() => CaseType)
export class CaseResolver {
  @OpenTo("READ_CASES")
  @Query(() => CaseConnection, { description: "Cases within the caller's scope." })
  async cases(
    @Args(() => PageArgs) { first, after, last, before }: PageArgs,
    @Arg("filter", () => CaseFilterInput, { nullable: true }) filter: CaseFilterInput | null,
    @Arg("orderBy", () => CaseOrder, { defaultValue: CaseOrder.RECEIVED_DESC }) order: CaseOrder,
    @Ctx() context: CasesContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseConnection> {
    const { em, scope, clock, vault } = context;
    const { identityNumber, ...conditions } = filter ?? {};
    const identityIndexes = identityNumber ? vault.identityIndexes(identityNumber) : null;
    const foundOne = guess(context, identityNumber);
    const query: CaseListQuery = {
      scope,
      filter: { ...conditions, identityIndexes },
      now: clock.now(),
      vault,
    };
    const asked = requestedFields(info, []);
    const backwards = last != null || (before != null && first == null);
    const [page, totalCount] = await Promise.all([
      readCases(em, query, {
        descending: order === CaseOrder.RECEIVED_DESC,
        size: first ?? last ?? 50,
        backwards,
        cursor: cursorOf(backwards ? before : after, backwards ? "before" : "after"),
        fields: columnsFor(requestedFields(info, ["edges", "node"])),
      }),
      asked.has("totalCount") ? countCases(em, query) : 0,
    ]);
    if (page.rows.length > 0) foundOne();
    return connectionOf(page, totalCount, {
      backwards,
      beyond: (backwards ? before : after) != null,
      cursors: requestedFields(info, ["edges"]).has("cursor"),
    });
  }

  @OpenTo("READ_CASES")
  @Query(() => CaseType, {
    nullable: true,
    description: "One case; null where the caller may see none such.",
  })
  case(
    @Arg("id", () => ID) id: string,
    @Ctx() { em, caller, scope, clock, vault }: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseRow | null> {
    if (!caller.actor) throw notSignedIn();
    return readCase(
      em,
      { scope, now: clock.now(), vault },
      { id: requireId(id, "id") },
      columnsFor(requestedFields(info, [])),
    );
  }

  @OpenTo("READ_CASES")
  @Query(() => CaseType, {
    nullable: true,
    description: "One case by what it is known by: its vendor and number.",
  })
  caseByNumber(
    @Arg("vendorId", () => ID) vendorId: string,
    @Arg("number", () => String) number: string,
    @Ctx() { em, caller, scope, clock, vault }: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseRow | null> {
    if (!caller.actor) throw notSignedIn();
    const which = { vendorId: requireId(vendorId, "vendorId"), number };
    return readCase(
      em,
      { scope, now: clock.now(), vault },
      which,
      columnsFor(requestedFields(info, [])),
    );
  }

  @FieldResolver(() => VendorType)
  vendor(
    @Root() { vendor, vendorId }: CaseType,
    @Ctx() context: ApiContext,
  ): VendorType | Promise<VendorType> {
    return vendor ?? context.loader(vendorLoader).load(vendorId);
  }

  @FieldResolver(() => RegionType, { nullable: true })
  region(
    @Root() { regionCode }: CaseType,
    @Ctx() context: ApiContext,
  ): Promise<Region | null> | null {
    return regionCode === null ? null : context.loader(regionLoader).load(regionCode);
  }
}

/**
 * Counts a look for a person's number until it is said that there was one; of those that organizations
 * have everybody may know.
 */
function guess(
  { caller: { actor }, clock, vault, identityGuesses }: CasesContext,
  identityNumber: string | null | undefined,
): () => void {
  if (!actor) throw notSignedIn();
  if (!identityNumber || isUscc(identityNumber)) return () => {};
  const named = Buffer.concat(vault.identityIndexes(identityNumber)).toString("base64");
  const foundOne = identityGuesses.make(actor.id, named, clock.now());
  if (foundOne) return foundOne;
  throw badInput("filter.identityNumber", "too many were tried in vain, try again in an hour");
}

/** What the questions of access need to know of a case. */
const standingColumns: readonly CaseField[] = [
  "vendorId",
  "channel",
  "delivery",
  "completedAt",
  "cancelledAt",
  "mailedAt",
  "handedOverAt",
  "erasedAt",
];

/** The columns behind the fields asked for; a relation that is not read along needs its key. */
function columnsFor(names: ReadonlySet<string>): ReadonlySet<CaseField> {
  const columns = new Set([...names].filter(isCaseField));
  if (names.has("region")) columns.add("regionCode");
  if (names.has("permissions")) {
    for (const column of standingColumns) columns.add(column);
  }
  return columns;
}

function cursorOf(cursor: string | null | undefined, argument: string) {
  if (cursor == null) return null;
  const [receivedAt = "", id = ""] = decodeCursor(cursor, 2, argument);
  if (!isInstant(receivedAt)) throw badInput(argument, "is not a cursor of this list");
  return { receivedAt, id: requireId(id, argument) };
}

function connectionOf(
  { rows, hasMore }: { readonly rows: readonly CaseRow[]; readonly hasMore: boolean },
  totalCount: number,
  {
    backwards,
    beyond,
    cursors,
  }: { readonly backwards: boolean; readonly beyond: boolean; readonly cursors: boolean },
): CaseConnection {
  const cursorOfRow = (row: CaseRow | undefined): string | null =>
    row ? encodeCursor([row.receivedAt, row.id]) : null;
  const edges = rows.map((node) => ({
    node: node as CaseType,
    cursor: (cursors && cursorOfRow(node)) || "",
  }));
  return {
    edges,
    totalCount,
    pageInfo: {
      hasNextPage: backwards ? beyond : hasMore,
      hasPreviousPage: backwards ? hasMore : beyond,
      startCursor: cursorOfRow(rows[0]),
      endCursor: cursorOfRow(rows.at(-1)),
    },
  };
}
