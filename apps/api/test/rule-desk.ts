import { expect } from "vitest";

import type { TestInstallation } from "./create-test-installation.ts";
import type { ExecuteOptions, TestServer } from "./create-test-server.ts";

/** What the documents below, and those of the tests, answer. */
interface RuleAnswers {
  readonly calendar: {
    readonly number: number;
    readonly weeks: readonly { readonly hours: readonly unknown[] }[];
    readonly permissions: { readonly edit: { readonly allowed: boolean } };
  };
  readonly calendarYear: {
    readonly today: string;
    readonly days: readonly { readonly date: string; readonly kind: string }[];
  };
  readonly calendarDayHistory: readonly unknown[];
  readonly calendarVersions: {
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: { readonly number: number };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly policyVersions: readonly {
    readonly id: string;
    readonly standing: string;
    readonly parameters: readonly { readonly choices: unknown }[];
  }[];
  readonly changeCalendar: { readonly code?: string };
  readonly calendarChangePreview: { readonly code?: string };
  readonly policyChangePreview: { readonly code?: string };
  readonly announcePolicy: {
    readonly code?: string;
    readonly policyVersions: readonly { readonly id: string }[];
  };
  readonly withdrawPolicy: { readonly code?: string };
}

export interface RuleDesk {
  as(name: string, headers?: Record<string, string>): ExecuteOptions;
  /** Asks as the administrator unless told otherwise; fails where there are errors. */
  ask(
    query: string,
    variables?: Record<string, unknown>,
    options?: ExecuteOptions,
  ): Promise<RuleAnswers>;
  number(): Promise<number>;
  newestId(): Promise<string>;
}

/** People who edit the rules, and who may not, each signed in. */
export async function openRuleDesk(
  installation: TestInstallation,
  api: TestServer,
): Promise<RuleDesk> {
  const vendorId = await installation.vendorId("NMG");
  await installation.account("admin", ["CENTRE_ADMINISTRATOR"]);
  await installation.account("evaluator", ["EVALUATOR"]);
  await installation.account("clerk", ["WINDOW_CLERK"], { vendorId });
  const cookies: Record<string, string> = {};
  for (const name of ["admin", "evaluator", "clerk"]) cookies[name] = await api.signIn(name);
  const as: RuleDesk["as"] = (name, headers = {}) => ({ cookie: cookies[name] ?? null, headers });
  const ask: RuleDesk["ask"] = async (query, variables = {}, options = as("admin")) => {
    const { data, errors } = await api.execute(query, variables, options);
    expect(errors).toEqual([]);
    return data as unknown as RuleAnswers;
  };
  return {
    as,
    ask,
    number: async () => (await ask("{ calendar { number } }")).calendar.number,
    newestId: async () => {
      const { policyVersions } = await ask("{ policyVersions { id standing } }");
      return policyVersions.find(({ standing }) => standing !== "WITHDRAWN")?.id ?? "";
    },
  };
}

export const problem =
  "__typename ... on Problem { code message } ... on RuleFaultProblem { path reason fault }";
export const changeDocument = `mutation ($input: ChangeCalendarInput!) { changeCalendar(input: $input) {
  ${problem} ... on ChangeCalendarSuccess { calendar { number reason createdBy daysOff weeks { from to } } } } }`;
export const previewDocument = `query ($input: ChangeCalendarInput!) { calendarChangePreview(input: $input) {
  ${problem} ... on CalendarChangePreview { number counts { days closes newlyCovered past }
    days { before { date kind } after { kind intervals { from to } } }
    reach { openCases finishedCases { quarter count } forms { quarter count } whatIf { openToday otherDeadline } } } } }`;
export const announceDocument = `mutation ($input: AnnouncePolicyInput!) { announcePolicy(input: $input) {
  ${problem} ... on AnnouncePolicySuccess { policyVersions { id validFrom standing parameters { key text since } permissions { withdraw { allowed } } } } } }`;
export const dayOff = (date: string) => [{ days: { from: date, to: date, as: "DAY_OFF" } }];
