import { Readable } from "node:stream";
import { finished } from "node:stream/promises";

import {
  canImportCases,
  type CaseField,
  err,
  type Locale,
  message,
  type MessageCode,
  ok,
  type Result,
} from "@signet/domain";
import type { FastifyInstance, FastifyReply } from "fastify";

import { type ImportWork, openImport, type OpenProblem } from "../modules/cases/index.ts";
import { type SeatLimits, Seats } from "../platform/budget/seats.ts";
import { type UploadFolder, UploadTooLargeError } from "../platform/files/upload-folder.ts";
import type { ApiContext } from "../platform/graphql/index.ts";
import { withinScope } from "../platform/orm/index.ts";
import { createApiContext } from "./create-api-context.ts";
import { isCrossSite } from "./cross-site.ts";
import { type ImportHeaders, readImportHeaders } from "./import-headers.ts";
import type { Installation } from "./installation.ts";

const largestFile = 32 * 1024 * 1024;
/** A file over a slow line takes its time. */
const slowestUploadMs = 180_000;

/**
 * `POST /imports`: a file of service records as it is, its name and the columns chosen for it in
 * headers. It is answered once the file is here and its columns are found; its lines are read after
 * that, and `importBatch` tells how far that is.
 */
export async function registerImports(
  server: FastifyInstance,
  installation: Installation,
  imports: ImportWork,
  folder: UploadFolder,
  limits: SeatLimits,
): Promise<void> {
  const seats = new Seats(limits);
  await server.register(async (scope) => {
    // The file is taken as a stream: it never lies in memory as a whole.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/octet-stream", (_request, body, done) =>
      done(null, body),
    );
    scope.post(
      "/imports",
      {
        bodyLimit: largestFile,
        config: { asksWho: true, deadlineMs: slowestUploadMs },
      },
      async (request, reply) => {
        const context = createApiContext(installation, request, reply);
        const refuse = (problem: Problem) => refuseWith(reply, problem, context.locale);
        // A file would lie on the disk before its act is refused.
        context.admit();
        const asked = readRequest(context);
        if (!asked.ok) return refuse(asked.error);
        const leave = seats.take(asked.value.holder);
        request.leavePlace();
        if (!leave) {
          // A browser hears no answer before its file is sent.
          await discard(request.body);
          reply.header("retry-after", "10");
          return refuse({ code: "TOO_MANY_UPLOADS" });
        }
        const staged = await stageBody(context, asked.value.headers, leave);
        return staged.ok ? reply.code(202).send({ batchId: staged.value }) : refuse(staged.error);
      },
    );
  });

  /**
   * Keeps the body as a file and has its lines read; answers its batch. Until its lines are read the
   * file takes up room, and its sender's seat.
   */
  async function stageBody(
    context: ApiContext,
    headers: ImportHeaders,
    leave: () => void,
  ): Promise<Result<string, Problem>> {
    let path: string | null = null;
    const release = async (): Promise<void> => {
      try {
        if (path !== null) await folder.remove(path);
      } finally {
        leave();
      }
    };
    try {
      const file = (path = await receive(folder, context));
      const opened =
        file === null
          ? err({ code: "FILE_TOO_LARGE" as const })
          : await withinScope(context.scope, () => openImport(context, { path: file, ...headers }));
      if (!opened.ok) {
        await release();
        return opened;
      }
      await imports.stage(context, opened.value, release);
      return ok(opened.value.batchId);
    } catch (error) {
      await release();
      context.reply.header("connection", "close");
      throw error;
    }
  }
}

/** Who sends a file, as far as that needs no look at it, and what they say of it. */
function readRequest({
  caller: { actor },
  request,
}: ApiContext): Result<{ readonly holder: string; readonly headers: ImportHeaders }, Problem> {
  if (isCrossSite(request)) return err({ code: "CROSS_SITE_REQUEST" });
  if (!actor) return err({ code: "NOT_SIGNED_IN" });
  const allowed = canImportCases(actor, actor.vendorId);
  if (!allowed.ok) return allowed;
  const headers = readImportHeaders(request.headers);
  return headers
    ? ok({ holder: actor.vendorId ?? "centre", headers })
    : err({ code: "INVALID_INPUT" });
}

const longestDiscardMs = 10_000;

/** Reads a body to its end, or for a while, and keeps nothing of it. */
async function discard(body: unknown): Promise<void> {
  if (!(body instanceof Readable)) return;
  const enough = AbortSignal.timeout(longestDiscardMs);
  await finished(body.resume(), { signal: enough }).catch(() => {});
}

/** Null where the file is too large. */
async function receive(
  folder: UploadFolder,
  { request, admit }: ApiContext,
): Promise<string | null> {
  if (Number(request.headers["content-length"] ?? 0) > largestFile) return null;
  try {
    const body = request.body instanceof Readable ? request.body : Readable.from([]);
    return await folder.receive(body, largestFile, admit);
  } catch (error) {
    if (error instanceof UploadTooLargeError) return null;
    throw error;
  }
}

type Problem = OpenProblem | { readonly code: MessageCode };

const statuses: Readonly<Partial<Record<MessageCode, number>>> = {
  NOT_SIGNED_IN: 401,
  INVALID_INPUT: 400,
  FILE_TOO_LARGE: 413,
  TOO_MANY_UPLOADS: 429,
  FILE_EMPTY: 422,
  FILE_UNREADABLE: 422,
  FILE_NOT_A_SHEET: 422,
  MISSING_COLUMN: 422,
  IDEMPOTENCY_KEY_REUSED: 409,
};

function refuseWith(reply: FastifyReply, problem: Problem, locale: Locale): FastifyReply {
  const { code } = problem;
  const fields: readonly (CaseField | null)[] = "fields" in problem ? problem.fields : [null];
  const words = fields.map((field) => message(code, locale, { field })).join("；");
  // What is refused before it was read to its end leaves its line in no state to be used again.
  return reply
    .header("connection", "close")
    .code(statuses[code] ?? 403)
    .send({ ...problem, message: words });
}
