import { canUseScope, message, type MessageCode } from "@signet/domain";
import type { FastifyInstance } from "fastify";

import { exportScorecard } from "../modules/scorecards/index.ts";
import { withinScope } from "../platform/orm/index.ts";
import type { Charge } from "./budgets.ts";
import { createApiContext } from "./create-api-context.ts";
import type { Installation } from "./installation.ts";
import { refuse } from "./refusal.ts";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Points of a machine's budget: as much as a page of forms. */
const formCost = 100;

const absent: ReadonlySet<MessageCode> = new Set([
  "SCORECARD_NOT_FOUND",
  "OTHER_VENDOR",
  "NOT_PUBLISHED_YET",
]);

/** Another vendor's form answers like one that is not there, and one that is to be published like none yet. */
function refusalOf(code: MessageCode): readonly [status: number, code: MessageCode] {
  if (code === "NOT_SIGNED_IN") return [401, code];
  if (absent.has(code)) return [404, "SCORECARD_NOT_FOUND"];
  return [403, code];
}

/** `GET /forms/<scorecard id>.docx`: the form as a Word file; `?answersOnly=1` leaves the facts out. */
export function registerForms(
  server: FastifyInstance,
  installation: Installation,
  charge: Charge,
): void {
  server.get<{ Params: { id: string }; Querystring: { answersOnly?: string } }>(
    "/forms/:id.docx",
    { config: { asksWho: true } },
    async (request, reply) => {
      const { em, caller, scope, locale } = createApiContext(installation, request, reply);
      if (caller.kind === "client" && !canUseScope(caller.scopes, ["READ_SCORECARDS"]).ok)
        return refuse(request, reply, 403, "SCOPE_MISSING");
      if (caller.kind === "client" && !charge(request, reply, formCost)) return reply;
      const { id } = request.params;
      const options = { answersOnly: request.query.answersOnly === "1" };
      const exported = await withinScope(scope, () => exportScorecard(em, caller, { id }, options));
      if (!exported.ok) {
        const [status, code] = refusalOf(exported.error.code);
        return reply.code(status).send({ code, message: message(code, locale) });
      }
      const name = encodeURIComponent(exported.value.fileName);
      return reply
        .type(docx)
        .header("content-disposition", `attachment; filename="form.docx"; filename*=UTF-8''${name}`)
        .send(Buffer.from(exported.value.bytes));
    },
  );
}
