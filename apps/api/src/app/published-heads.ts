import type { FastifyInstance } from "fastify";

import { HeadLines } from "../modules/audit/index.ts";
import type { Charge } from "./budgets.ts";
import { refuse } from "./refusal.ts";

/** Points: a file of years is some megabytes. */
const readCost = 50;

/**
 * `GET /audit-heads.jsonl`: the heads of the audit chain, for anybody to keep a copy of, so that the
 * operator cannot write them anew. `?after=<sequence>` leaves out what is kept already.
 */
export function registerPublishedHeads(
  server: FastifyInstance,
  auditHeads: string | null,
  charge: Charge,
): void {
  const heads = new HeadLines(auditHeads);
  server.get<{ Querystring: { after?: unknown } }>("/audit-heads.jsonl", async (request, reply) => {
    const { after = "0" } = request.query;
    if (typeof after !== "string" || !/^\d{1,15}$/.test(after))
      return refuse(request, reply, 400, "INVALID_INPUT", { path: "/after" });
    if (!charge(request, reply, readCost)) return reply;
    return reply.type("application/jsonl; charset=utf-8").send(await heads.after(Number(after)));
  });
}
