import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from "type-graphql";

import {
  type ApiContext,
  badInput,
  decodeCursor,
  encodeCursor,
  PageArgs,
  pageOf,
  readPage,
  requestedFields,
} from "../../../platform/graphql/index.ts";
import { accountNameLoader } from "../../accounts/index.ts";
import { readAudit, readAuditEntry } from "../persistence/audit-list.view.ts";
import { actWords, knownActs, knownThings, thingWords } from "./act-words.ts";
import {
  AuditActor,
  AuditBulkChange,
  AuditChange,
  AuditDetail,
  AuditEntryConnection,
  AuditEntryType,
  AuditWords,
} from "./audit-entry.type.ts";
import { AuditFilterInput } from "./audit-filter.input.ts";
import { readEntryBody } from "./entry-body.ts";
import { requireReader } from "./require-reader.ts";

const ofTheBody = ["changes", "bulk", "detail"];

@Resolver(() => AuditEntryType)
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    description: "The audit, newest first: for auditors and administrators.",
  })
  async auditEntries(
    @Args(() => PageArgs) args: PageArgs,
    @Arg("filter", () => AuditFilterInput, { nullable: true }) filter: AuditFilterInput | null,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AuditEntryConnection> {
    requireReader(context);
    const asked = requestedFields(info, ["edges", "node"]);
    const page = readPage(args, sequenceOf);
    const { to, ...conditions } = filter ?? {};
    const read = await readAudit(
      context.em,
      { ...conditions, before: to ?? null },
      { ...page, withBody: ofTheBody.some((name) => asked.has(name)) },
    );
    const edges = read.rows.map((node) => ({
      node: node as AuditEntryType,
      cursor: encodeCursor([String(node.sequence)]),
    }));
    return pageOf(edges, read, page);
  }

  @Query(() => AuditEntryType, { nullable: true, description: "One entry of the audit." })
  async auditEntry(
    @Arg("sequence", () => Int) sequence: number,
    @Ctx() context: ApiContext,
  ): Promise<AuditEntryType | null> {
    requireReader(context);
    return (await readAuditEntry(context.em, sequence)) as AuditEntryType | null;
  }

  @Query(() => AuditWords, { description: "The acts and things that the audit knows." })
  auditWords(@Ctx() context: ApiContext): AuditWords {
    requireReader(context);
    const { locale } = context;
    return {
      acts: knownActs.map((name) => ({ name, label: actWords(name, locale) })),
      subjectTypes: knownThings.map((name) => ({ name, label: thingWords(name, locale) })),
    };
  }

  @FieldResolver(() => AuditActor)
  actor(@Root() { actorId: id, actorKind: kind }: AuditEntryType): AuditActor {
    return { id, kind };
  }

  @FieldResolver(() => String, { description: "Who acted, as people call them." })
  actorName(@Root() { actorId }: AuditEntryType, @Ctx() context: ApiContext): Promise<string> {
    return context.loader(accountNameLoader).load(actorId);
  }

  @FieldResolver(() => String, { description: "The act in the caller's language." })
  actName(@Root() { act }: AuditEntryType, @Ctx() { locale }: ApiContext): string {
    return actWords(act, locale);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What the act is about, in the caller's language; of an account also whose it is.",
  })
  async subjectName(
    @Root() { subjectType, subjectId }: AuditEntryType,
    @Ctx() { locale, loader }: ApiContext,
  ): Promise<string | null> {
    if (subjectType === null) return null;
    const kind = thingWords(subjectType, locale);
    const isPerson = subjectType === "UserAccount" && subjectId !== null;
    return isPerson ? `${kind} ${await loader(accountNameLoader).load(subjectId)}` : kind;
  }

  @FieldResolver(() => [AuditChange])
  changes(@Root() entry: AuditEntryType, @Ctx() { locale }: ApiContext): readonly AuditChange[] {
    return readEntryBody(entry.body ?? "", locale).changes;
  }

  @FieldResolver(() => [AuditBulkChange])
  bulk(@Root() entry: AuditEntryType, @Ctx() { locale }: ApiContext): readonly AuditBulkChange[] {
    return readEntryBody(entry.body ?? "", locale).bulk;
  }

  @FieldResolver(() => [AuditDetail])
  detail(@Root() entry: AuditEntryType, @Ctx() { locale }: ApiContext): readonly AuditDetail[] {
    return readEntryBody(entry.body ?? "", locale).detail;
  }
}

function sequenceOf(cursor: string, argument: string): number {
  const [sequence = ""] = decodeCursor(cursor, 1, argument);
  if (!/^\d{1,15}$/.test(sequence)) throw badInput(argument, "is not a cursor of this list");
  return Number(sequence);
}
