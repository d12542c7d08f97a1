import { type Attack, faulted, refused } from "./attack.ts";
import { asMachine, asPage, documents } from "./words.ts";

const badInput = faulted("BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED");

/** Values of other kinds and sizes than the contract names. */
export const valueAttacks: readonly Attack[] = [
  {
    name: "page sizes",
    guarantee: "8 limits",
    variant: (dice, world) => {
      const wrong = dice.pick([
        0,
        -1,
        -dice.int(2, 2_000_000_000),
        dice.int(101, 2_147_483_647),
        101,
      ]);
      const variables = dice.pick<object>([
        { first: wrong },
        { last: wrong },
        { first: dice.int(1, 100), last: dice.int(1, 100) },
        { first: 5, before: dice.text(8) },
        { last: 5, after: dice.text(8) },
        { first: wrong, last: wrong },
        { first: 2, after: "x".repeat(dice.int(201, 999)) },
      ]);
      return dice.int(0, 1)
        ? asMachine(
            dice,
            world,
            "query ($first: Int, $last: Int, $after: String, $before: String) { cases(first: $first, last: $last, after: $after, before: $before) { edges { node { id } } } }",
            { variables },
          )
        : asPage(world, dice.pick(["evaluator", "nmg"] as const), documents.page, variables);
    },
    held: badInput,
  },
  {
    name: "forged cursors",
    guarantee: "6 scope",
    variant: (dice, world) => {
      const packed = (value: unknown): string =>
        Buffer.from(JSON.stringify(value)).toString("base64url");
      const { id } = dice.pick(world.foreignCases);
      const after = dice.pick([
        dice.text(20),
        packed([]),
        packed([dice.text(5), id]),
        packed(["2026-07-01T00:00:00.000Z", `${id}'; drop table x; --`]),
        packed(["2026-07-01T00:00:00.000Z", id, "more"]),
        packed([{ a: 1 }, id]),
        packed(["9999-99-99T99:99:99.999Z", id]),
        packed(["-infinity", id]),
        packed({ __proto__: null, a: dice.text(2) }),
        packed(null),
        packed(["2026-07-01T00:00:00.000Z\u0000", id]),
        `${packed(["2026-07-01T00:00:00.000Z", dice.text(9)])}==`,
      ]);
      return dice.int(0, 1)
        ? asMachine(
            dice,
            world,
            "query ($after: String) { cases(first: 2, after: $after) { edges { node { id } } } }",
            { variables: { after } },
          )
        : asPage(world, "nmg", documents.page, { first: 2, after });
    },
    held: badInput,
  },
  {
    name: "values of other kinds",
    guarantee: "10 errors",
    variant: (dice, world) => {
      const filter = dice.pick<object>([
        { states: ["breached"] },
        { states: [dice.int(0, 5)] },
        { states: { a: 1 } },
        { channel: dice.pick<unknown>([1, true, ["ONSITE", "ONLINE"], "onsite", "ONSITE "]) },
        {
          receivedFrom: dice.pick<unknown>([
            dice.int(0, 9),
            "yesterday",
            "2026-13-45",
            true,
            "2026-02-30T00:00:00Z",
          ]),
        },
        { search: dice.pick<unknown>([1, true, ["a"], { a: dice.text(2) }]) },
        { vendorId: { a: 1 } },
        { requestKinds: [[["NEW"], dice.text(2)]] },
      ]);
      return dice.pick([
        () =>
          asMachine(
            dice,
            world,
            "query ($f: CaseFilterInput) { cases(filter: $f) { totalCount } }",
            { variables: { f: filter } },
          ),
        () => asPage(world, "evaluator", documents.count, { filter }),
        () =>
          asPage(world, "nmg", documents.page, {
            first: dice.pick<unknown>([
              String(dice.int(1, 50)),
              true,
              [dice.int(1, 9), 2],
              1.5,
              {},
            ]),
          }),
      ])();
    },
    held: badInput,
  },
  {
    name: "fields that nobody offered",
    guarantee: "10 errors",
    variant: (dice, world) => {
      const extra = {
        [dice.pick([
          "id",
          "createdBy",
          "roles",
          "vendorId",
          "state",
          "clockState",
          "receivedAt",
          "version",
          "isAdmin",
          "__typename",
          dice.text(6),
        ])]: dice.pick<unknown>([dice.text(4), 1, true, null, ["CENTRE_ADMINISTRATOR"]]),
      };
      return dice.pick([
        () =>
          asPage(world, "admin", documents.integrate, {
            input: {
              name: dice.text(9),
              regionCode: "152502",
              scopes: ["READ_CASES"],
              days: 1,
              ...extra,
            },
          }),
        () =>
          asPage(world, "nmg", documents.accept, {
            input: {
              number: dice.text(8),
              channel: "ONSITE",
              requestKind: "NEW",
              applicantKind: "ORGANIZATION",
              applicantName: "A",
              identityNumber: "91110000802100433B",
              delivery: "PICKUP",
              ...extra,
            },
          }),
        () =>
          asPage(world, null, documents.signIn, {
            input: { username: "admin", password: dice.text(5), ...extra },
          }),
      ])();
    },
    held: badInput,
  },
  {
    name: "deep and many variables",
    guarantee: "8 limits",
    variant: (dice, world) => {
      const levels = dice.int(14, 20_000);
      const [open, close] = dice.pick([
        ["[", "]"],
        ['{"a":', "}"],
      ] as const);
      const value =
        dice.int(0, 3) === 0
          ? JSON.stringify(Array.from({ length: dice.int(2_000, 9_000) }, () => dice.int(0, 9)))
          : open.repeat(levels) + "1" + close.repeat(levels);
      const { body, headers } = dice.int(0, 1)
        ? asMachine(dice, world, "{ viewer { name } }", { variables: { v: "@" } })
        : asPage(world, "nmg", documents.count, { filter: "@" });
      return { headers: headers ?? {}, body: String(body).replace('"@"', value) };
    },
    held: refused("VARIABLES_TOO_LARGE"),
  },
  {
    name: "impossible days and quarters",
    guarantee: "10 errors",
    variant: (dice, world) => {
      const [field, value] = dice.pick<readonly [string, string]>([
        [
          "scorecards(quarter: $v) { id }",
          dice.pick([
            "2026Q0",
            "2026Q5",
            "0000Q1",
            "2026q3",
            "２０２６Q3",
            `${dice.int(10_000, 99_999)}Q1`,
            "Q3",
            "2026Q3 ",
            dice.text(6),
          ]),
        ],
        [
          "quarter(on: $v) { quarter }",
          dice.pick([
            "2026-02-30",
            "0000-00-00",
            "2026-1-1",
            "275761-01-01",
            "-2026-01-01",
            "2026-01-01T00:00:00Z",
            `${dice.int(10_000, 999_999)}-01-01`,
            dice.text(10),
          ]),
        ],
      ]);
      return asMachine(dice, world, `query ($v: String!) { ${field} }`, {
        variables: { v: value },
      });
    },
    held: (answers) =>
      badInput(answers) ||
      answers.every(
        ({ status, data }) => status === 200 && JSON.stringify(data) === '{"scorecards":[]}',
      ),
  },
];
