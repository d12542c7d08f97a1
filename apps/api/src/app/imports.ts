import { Readable } from "node:stream";

import {
  canImportCases,
  type CaseField,
  type Locale,
  message,
  type MessageCode,
} from "@signet/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { type ImportWork, openImport, type OpenProblem } from "../modules/cases/index.ts";
import { type SeatLimits, Seats } from "../platform/budget/seats.ts";
import { type UploadFolder, UploadTooLargeError } from "../platform/files/upload-folder.ts";
import { withinScope } from "../platform/orm/index.ts";
import { createApiContext } from "./create-api-context.ts";
import { isCrossSite } from "./cross-site.ts";
import { readImportHeaders } from "./import-headers.ts";
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
        if (isCrossSite(request)) return refuse({ code: "CROSS_SITE_REQUEST" });
        const { actor } = context.caller;
        if (!actor) return refuse({ code: "NOT_SIGNED_IN" });
        const allowed = canImportCases(actor, actor.vendorId);
        if (!allowed.ok) return refuse(allowed.error);
        const said = readImportHeaders(request.headers);
        if (!said) return refuse({ code: "INVALID_INPUT" });
        const leave = seats.take(actor.vendorId ?? "centre");
        if (!leave) {
          // A browser hears no answer before its file is sent.
          await discard(request.body);
          reply.header("retry-after", "10");
          return refuse({ code: "TOO_MANY_UPLOADS" });
        }
        request.leavePlace();
        let path: string | null = null;
        // Until its lines are read the file takes up room, and its sender's seat.
        const release = async (): Promise<void> => {
          try {
            if (path !== null) await folder.remove(path);
          } finally {
            leave();
          }
        };
        try {
          path = await receive(folder, request, context.admit);
          if (path === null) {
            await release();
            return refuse({ code: "FILE_TOO_LARGE" });
          }
          const file = path;
          const opened = await withinScope(context.scope, () =>
            openImport(context, { path: file, ...said }),
          );
          if (!opened.ok) {
            await release();
            return refuse(opened.error);
          }
          await imports.stage(context, opened.value, release);
          return reply.code(202).send({ batchId: opened.value.batchId });
        } catch (error) {
          await release();
          reply.header("connection", "close");
          throw error;
        }
      },
    );
  });
}

/** Reads a body to its end, or as far as any file may go, and keeps nothing of it. */
async function discard(body: unknown): Promise<void> {
  let left = largestFile;
  if (body instanceof Readable)
    for await (const part of body) if ((left -= (part as Buffer).length) < 0) return;
}

/** Null where the file is too large. */
async function receive(
  folder: UploadFolder,
  request: FastifyRequest,
  admit: () => void,
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
