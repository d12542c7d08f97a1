import { addDays, isLocalDate, startOfLocalDay } from "@signet/domain";

import type { AuditEntriesQueryVariables } from "../../../graphql/graphql.ts";

/** What is searched for in the chain; days are local dates, and what is empty is not asked for. */
export type AuditForm = Record<
  "actor" | "act" | "subjectType" | "subjectId" | "from" | "to" | "text",
  string
>;

export const emptyForm = (): AuditForm => ({
  actor: "",
  act: "",
  subjectType: "",
  subjectId: "",
  from: "",
  to: "",
  text: "",
});

/** The instant at which a local day begins, or nothing for what is no day. */
const beginning = (day: string, zone: string): string | undefined =>
  isLocalDate(day) ? new Date(startOfLocalDay(day, zone)).toISOString() : undefined;

/** What a form asks for; days are whole days of the centre's zone, the last one too. */
export function filterOf(
  { from, to, ...form }: Readonly<AuditForm>,
  zone: string,
): AuditEntriesQueryVariables["filter"] {
  return {
    ...Object.fromEntries(Object.entries(form).filter(([, value]) => value !== "")),
    from: beginning(from, zone),
    to: isLocalDate(to) ? beginning(addDays(to, 1), zone) : undefined,
  };
}
