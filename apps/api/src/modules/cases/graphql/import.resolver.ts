import { canActOnImport, ImportAct, LineOutcome, message } from "@signet/domain";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import {
  type ApiContext,
  badInput,
  decodeCursor,
  encodeCursor,
  isInstant,
  notSignedIn,
  PageArgs,
  pageOf,
  Permission,
  readPage,
  requireId,
} from "../../../platform/graphql/index.ts";
import { accountNameLoader } from "../../accounts/index.ts";
import { type Vendor, vendorLoader, VendorType } from "../../vendors/index.ts";
import {
  countImport,
  findImport,
  isInterrupted,
  listImportLines,
  listImports,
  progressOf,
} from "../use-cases/read-imports.ts";
import type { ImportContext } from "./import-context.ts";
import { ImportLineConnection } from "./import-line.type.ts";
import {
  ImportBatchConnection,
  ImportBatchType,
  ImportCounts,
  ImportPermissions,
  ImportProgress,
} from "./import.type.ts";

@Resolver(() => ImportBatchType)
export class ImportResolver {
  @Query(() => ImportBatchConnection, {
    description: "The imports that the caller sees, newest first.",
  })
  async importBatches(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: ApiContext,
  ): Promise<ImportBatchConnection> {
    if (!context.caller.actor) throw notSignedIn();
    const page = readPage(args, batchCursor);
    const read = await listImports(context, page);
    return pageOf(
      read.rows.map((node) => ({
        node: node as ImportBatchType,
        cursor: encodeCursor([node.createdAt, node.id]),
      })),
      read,
      page,
    );
  }

  @Query(() => ImportBatchType, {
    nullable: true,
    description: "One import; null where the caller sees none such.",
  })
  async importBatch(
    @Arg("id", () => ID) id: string,
    @Ctx() context: ApiContext,
  ): Promise<ImportBatchType | null> {
    if (!context.caller.actor) throw notSignedIn();
    return (await findImport(context, requireId(id, "id"))) as ImportBatchType | null;
  }

  @FieldResolver(() => ImportLineConnection)
  async lines(
    @Root() { id }: ImportBatchType,
    @Args(() => PageArgs) args: PageArgs,
    @Arg("outcome", () => LineOutcome, { nullable: true }) outcome: LineOutcome | null,
    @Ctx() context: ApiContext,
  ): Promise<ImportLineConnection> {
    const { cursor: line, ...page } = readPage(args, lineCursor);
    const read = await listImportLines(context, id, { ...page, line, outcome: outcome ?? null });
    const edges = read.rows.map((row) => ({
      node: { ...row, faults: row.faults.map((fault) => worded(fault, context)) },
      cursor: encodeCursor([String(row.line)]),
    }));
    return pageOf(edges, read, { ...page, cursor: line });
  }

  @FieldResolver(() => VendorType, {
    nullable: true,
    description: "The vendor whose manager made it; null for a file of the centre.",
  })
  vendor(
    @Root() { vendorId }: ImportBatchType,
    @Ctx() context: ApiContext,
  ): Promise<Vendor> | null {
    return vendorId === null ? null : context.loader(vendorLoader).load(vendorId);
  }

  @FieldResolver(() => String, { name: "createdBy", description: "Who brought the file in." })
  createdByName(
    @Root() { createdBy }: ImportBatchType,
    @Ctx() context: ApiContext,
  ): Promise<string> {
    return context.loader(accountNameLoader).load(createdBy);
  }

  @FieldResolver(() => String, {
    name: "problem",
    nullable: true,
    description: "Why the file could not be read to its end, in the caller's language.",
  })
  problemMessage(
    @Root() { problem }: ImportBatchType,
    @Ctx() { locale }: ApiContext,
  ): string | null {
    return problem && message(problem, locale);
  }

  @FieldResolver(() => ImportCounts)
  counts(@Root() batch: ImportBatchType, @Ctx() context: ApiContext): Promise<ImportCounts> {
    return countImport(context, batch);
  }

  @FieldResolver(() => ImportProgress, {
    nullable: true,
    description: "Null where no work is under way.",
  })
  progress(
    @Root() batch: ImportBatchType,
    @Ctx() context: ApiContext,
  ): Promise<ImportProgress | null> {
    return progressOf(context, batch);
  }

  @FieldResolver(() => Boolean, {
    description: "Its work has stopped half-way: take it up again, or cancel it.",
  })
  isInterrupted(@Root() batch: ImportBatchType, @Ctx() context: ImportContext): boolean {
    return isInterrupted(batch, context.imports.isAtWork(batch.id), context.clock.now());
  }

  @FieldResolver(() => ImportPermissions)
  permissions(@Root() batch: ImportBatchType, @Ctx() context: ApiContext): ImportPermissions {
    const { actor } = context.caller;
    if (!actor) throw notSignedIn();
    const may = (act: ImportAct): Permission =>
      new Permission(canActOnImport(actor, act, batch), context.locale);
    return {
      commit: may(ImportAct.COMMIT),
      cancel: may(ImportAct.CANCEL),
      undo: may(ImportAct.UNDO),
    };
  }
}

type Fault = Awaited<ReturnType<typeof listImportLines>>["rows"][number]["faults"][number];

const worded = ({ code, field, column }: Fault, { locale }: ApiContext) => ({
  code,
  field,
  column,
  message: message(code, locale, { field }),
});

function batchCursor(cursor: string, argument: string) {
  const [createdAt = "", id = ""] = decodeCursor(cursor, 2, argument);
  if (!isInstant(createdAt)) throw badInput(argument, "is not a cursor of this list");
  return { createdAt, id: requireId(id, argument) };
}

function lineCursor(cursor: string, argument: string): number {
  const [line = ""] = decodeCursor(cursor, 1, argument);
  if (!/^\d{1,9}$/.test(line)) throw badInput(argument, "is not a cursor of this list");
  return Number(line);
}
