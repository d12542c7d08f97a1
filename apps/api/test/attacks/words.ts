import type { Dice, World } from "./attack.ts";
import type { Sent } from "./send.ts";

/** A document of its own, sent with a machine's key. */
export const asMachine = (
  dice: Dice,
  { keys }: World,
  query: string,
  more: Readonly<Record<string, unknown>> = {},
): Sent => ({
  headers: { authorization: `Bearer ${dice.pick(keys)}` },
  body: JSON.stringify({ query, ...more }),
});

/** A document of its own, sent by nobody. */
export const asNobody = (query: string, more: Readonly<Record<string, unknown>> = {}): Sent => ({
  body: JSON.stringify({ query, ...more }),
});

/** A trusted document, sent with the cookie of a session. */
export const asPage = (
  world: World,
  who: keyof World["cookies"] | null,
  document: string,
  variables: object = {},
): Sent => ({
  headers: {
    ...(who === null ? {} : { cookie: world.cookies[who] }),
    "sec-fetch-site": "same-origin",
  },
  body: world.byHash(document, variables),
});

/** What the pages of an attacked product were built with, as far as attacks name it. */
export const documents = {
  viewer: "query Viewer { viewer { name } }",
  signIn:
    "mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename ... on Problem { code } } }",
  count: "query Count($filter: CaseFilterInput) { cases(filter: $filter) { totalCount } }",
  page: "query Page($first: Int, $last: Int, $after: String, $before: String) { cases(first: $first, last: $last, after: $after, before: $before) { edges { node { id } } } }",
  one: "query One($id: ID!) { case(id: $id) { number } }",
  byNumber:
    "query ByNumber($vendorId: ID!, $number: String!) { caseByNumber(vendorId: $vendorId, number: $number) { id } }",
  scorecards: "query Scorecards($quarter: String!) { scorecards(quarter: $quarter) { id } }",
  accept:
    "mutation Accept($input: AcceptCaseInput!) { acceptCase(input: $input) { __typename ... on Problem { code } } }",
  integrate:
    "mutation Integrate($input: CreateIntegrationInput!) { createIntegration(input: $input) { __typename ... on IntegrationKeySuccess { apiKey } ... on Problem { code } } }",
  year: "query Year($year: Int!) { calendarYear(year: $year) { year } }",
} as const;

/** Every mutation and the arguments that make it well formed. */
export const mutations: readonly string[] = [
  "signOut",
  'proposeScorecards(quarter: "2026Q3") { __typename }',
  'signIn(input: { username: "admin", password: "x" }) { __typename }',
  'acceptCase(input: { number: "A1", channel: ONSITE, requestKind: NEW, applicantKind: ORGANIZATION, applicantName: "A", identityNumber: "1", delivery: PICKUP }) { __typename }',
  'revokeIntegrationKey(keyId: "00000000-0000-7000-8000-000000000000") { __typename }',
  'createIntegration(input: { name: "mine", regionCode: "152502", scopes: [READ_CASES], days: 365 }) { __typename }',
  'withdrawPolicy(id: "00000000-0000-7000-8000-000000000000") { __typename }',
  'undoImport(id: "00000000-0000-7000-8000-000000000000") { __typename }',
];

/** Fields of a case that lead nowhere else. */
export const caseFields: readonly string[] = [
  "id",
  "number",
  "version",
  "requestKind",
  "applicantKind",
  "applicantName",
  "identityNumber",
  "handler",
  "channel",
  "delivery",
  "arrivedAt",
  "receivedAt",
  "completedAt",
  "cancelledAt",
  "mailedAt",
  "trackingNumber",
  "feeFen",
  "note",
  "state",
  "completion",
  "mailing",
  "dueAt",
];

export const repeat = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");

/** Texts that mean something to a database, a shell, a page, a reader or a parser. */
export function hostileText(dice: Dice): string {
  const word = dice.text(4);
  return dice.pick([
    `' or '${word}'='${word}`,
    `'; drop table ${word}; --`,
    `\\'; select pg_sleep(${dice.int(5, 9)}); --`,
    `") or 1=1 /*${word}`,
    `${word}%' union select ${word} from user_account --`,
    `%${word}`,
    `${word}_%_`,
    "%",
    "_".repeat(dice.int(1, 20)),
    `\u202e${word}\u202c`,
    `\u2066${word}\ufeff`,
    `<script>${word}</script>`,
    `=cmd|'/c ${word}'!A1`,
    `$(${word})\`${word}\``,
    `{{${word}}} \${${word}}`,
    `../../${word}/../../etc/passwd`,
    word.repeat(15),
    `${word}\r\nset-cookie: ${word}=1`,
    `\ud83d\udc69\u200d\ud83d\udc67${word}`,
    `Z\u0351\u036b\u0343${word}\u0301`,
  ]);
}
