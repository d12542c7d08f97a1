import { addDays, isLocalDate, startOfLocalDay } from "@signet/domain";

import type { AuditEntriesQueryVariables } from "../../../graphql/graphql.ts";

const pageSize = 50;

/** What the page keeps in its address. */
export const auditKeys = [
  "actor",
  "act",
  "subjectType",
  "subjectId",
  "from",
  "to",
  "text",
] as const;
export type AuditForm = Record<(typeof auditKeys)[number], string>;

export const emptyForm = (): AuditForm =>
  Object.fromEntries(auditKeys.map((key) => [key, ""])) as AuditForm;

type Address = Readonly<Record<string, unknown>>;

const textOf = (address: Address, key: string): string => {
  const value = address[key];
  return typeof value === "string" ? value.trim() : "";
};

/** What an address says of the search. */
export const formOf = (address: Address): AuditForm =>
  Object.fromEntries(auditKeys.map((key) => [key, textOf(address, key)])) as AuditForm;

/** The address of a search: only what is asked for, and from its first page on. */
export const addressOf = (form: AuditForm): Record<string, string> =>
  Object.fromEntries(
    auditKeys.filter((key) => form[key].trim() !== "").map((key) => [key, form[key].trim()]),
  );

/** The instant at which a local day begins, or nothing for what is no day. */
const beginning = (day: string, zone: string): string | undefined =>
  isLocalDate(day) ? new Date(startOfLocalDay(day, zone)).toISOString() : undefined;

/** The question that an address puts; days are whole days of the centre's zone, the last one too. */
export function questionOf(address: Address, zone: string): AuditEntriesQueryVariables {
  const { from, to, ...form } = formOf(address);
  const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ""));
  const before = textOf(address, "before");
  return {
    filter: {
      ...given,
      from: beginning(from, zone),
      to: isLocalDate(to) ? beginning(addDays(to, 1), zone) : undefined,
    },
    ...(before
      ? { last: pageSize, before }
      : { first: pageSize, after: textOf(address, "after") || undefined }),
  };
}
