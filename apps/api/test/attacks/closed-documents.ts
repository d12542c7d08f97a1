import { type Attack, faulted, refused } from "./attack.ts";
import { asMachine, asNobody, mutations, repeat } from "./words.ts";

const limits = [
  "DOCUMENT_TOO_LONG",
  "DOCUMENT_TOO_DEEP",
  "TOO_MANY_FIELDS",
  "TOO_MANY_ROOT_FIELDS",
  "TOO_MANY_ALIASES",
  "TOO_MANY_REPEATS",
  "TOO_MANY_FRAGMENTS",
  "TOO_MANY_DIRECTIVES",
  "TOO_MANY_OPERATIONS",
  "FRAGMENT_CYCLE",
  "COST_TOO_HIGH",
];

const guarantee = "8 trusted operations";

/** Documents that ask what is closed, or have more run than they say. */
export const closedDocumentAttacks: readonly Attack[] = [
  {
    name: "batches",
    guarantee,
    variant: (dice, world) => ({
      headers: { authorization: `Bearer ${dice.pick(world.keys)}` },
      body: JSON.stringify(
        Array.from({ length: dice.int(0, 60) }, () => ({
          query: dice.pick([
            "{ viewer { name } }",
            ...mutations.map((one) => `mutation { ${one} }`),
          ]),
        })),
      ),
    }),
    held: refused("BATCH_REFUSED"),
  },
  {
    name: "many operations, and which of them is run",
    guarantee,
    variant: (dice, world) => {
      const [first, second] = [dice.text(4), dice.text(5)];
      const hidden = dice.pick(mutations);
      return asMachine(
        dice,
        world,
        dice.pick([
          `query ${first} { viewer { name } } mutation ${second} { ${hidden} }`,
          repeat(dice.int(6, 30), (i) => `query ${first}${i} { viewer { name } }`),
          `query ${first} { viewer { name } } query ${first} { vendors { id } }`,
          `query ${first} { viewer { name } } query ${second} { vendors { id } }`,
        ]),
        { operationName: dice.pick([null, second, dice.text(7), `${first} `, "__proto__"]) },
      );
    },
    held: (answers) =>
      answers.every(({ code, data, status }) =>
        status === 200 && code === null
          ? JSON.stringify(data).includes('"vendors"')
          : [
              "SCOPE_MISSING",
              "TOO_MANY_OPERATIONS",
              "OPERATION_RESOLUTION_FAILURE",
              "GRAPHQL_VALIDATION_FAILED",
              "BAD_REQUEST",
            ].includes(code ?? ""),
      ),
  },
  {
    name: "subscriptions",
    guarantee,
    variant: (dice, world) => {
      const query = `subscription ${dice.text(3)} { ${dice.pick(["board { day }", "cases { totalCount }", "__typename", dice.text(5), "viewer { name }"])} }`;
      return dice.int(0, 1) ? asMachine(dice, world, query) : asNobody(query);
    },
    held: refused(
      "GRAPHQL_VALIDATION_FAILED",
      "BAD_REQUEST",
      "OPERATION_RESOLUTION_FAILURE",
      "NOT_SIGNED_IN",
    ),
  },
  {
    name: "mutations with a key",
    guarantee: "8, 6 scope",
    variant: (dice, world) => {
      const one = dice.pick(mutations);
      return asMachine(
        dice,
        world,
        dice.pick([
          `mutation { ${one} }`,
          `mutation ${dice.text(4)} { ${dice.text(2)}: ${one} }`,
          `mutation { ... on Mutation { ${one} } }`,
          `mutation { ...${"m"} } fragment m on Mutation { ${one} }`,
          `mutation { __typename ${one} }`,
        ]),
      );
    },
    held: refused("SCOPE_MISSING", "TOO_MANY_ROOT_FIELDS"),
  },
  {
    name: "mutations of nobody",
    guarantee,
    variant: (dice) => {
      const one = dice.pick(mutations);
      return asNobody(
        dice.pick([
          `mutation { ${one} }`,
          `mutation { ${dice.text(3)}: ${one} }`,
          `mutation { ... { ${one} } }`,
        ]),
      );
    },
    held: refused("NOT_SIGNED_IN"),
  },
  {
    name: "what is closed to nobody",
    guarantee,
    variant: (dice) => {
      const closed = dice.pick([
        "cases { totalCount }",
        "board { day }",
        "vendors { id }",
        'scorecards(quarter: "2026Q3") { id }',
        "integrations { edges { node { id } } }",
        "calendar { number }",
        "importBatches { edges { node { id } } }",
      ]);
      return asNobody(
        dice.pick([
          `{ ${closed} }`,
          `{ regions { code } ${closed} }`,
          `{ ... { ... { ${closed} } } }`,
          `{ ...${"q"} } fragment q on Query { ${closed} }`,
          `{ regions: ${closed} }`,
          `query ${dice.text(5)} { viewer { name } ${dice.text(3)}: ${closed} }`,
        ]),
      );
    },
    held: refused("NOT_SIGNED_IN"),
  },
  {
    name: "scopes by a way round",
    guarantee: "8, 6 scope",
    variant: (dice, world) => {
      const closed = dice.pick([
        "cases { totalCount }",
        "board { day }",
        "integrations { edges { node { id } } }",
        "importBatches { edges { node { id } } }",
      ]);
      const query = dice.pick([
        `{ ${closed} }`,
        `{ vendors { id } ${closed} }`,
        `{ ... on Query { ${closed} } }`,
        `{ ...q } fragment q on Query { ... { ${closed} } }`,
        `{ vendors: ${closed} }`,
        `query a { viewer { name } } query b { ${closed} }`,
      ]);
      const operationName = query.startsWith("query a") ? "a" : undefined;
      return {
        headers: { authorization: `Bearer ${world.narrowKey}` },
        body: JSON.stringify({ query, operationName }),
      };
    },
    held: refused("SCOPE_MISSING"),
  },
  {
    name: "introspection depth",
    guarantee,
    variant: (dice, world) => {
      const levels = dice.int(3, 25);
      const step = dice.pick([
        "fields { type { ",
        "possibleTypes { fields { type { ",
        "interfaces { possibleTypes { ",
      ]);
      const closing = (step.match(/{/g) ?? []).length * levels;
      return asMachine(
        dice,
        world,
        `{ __schema { types { ${step.repeat(levels)} name ${"} ".repeat(closing)} } } }`,
      );
    },
    held: refused("GRAPHQL_VALIDATION_FAILED", ...limits),
  },
  {
    name: "introspection without a key",
    guarantee,
    variant: (dice) =>
      asNobody(
        dice.pick([
          `{ __schema { ${dice.pick(["types", "directives", "queryType"])} { name } } }`,
          `{ __type(name: "${dice.pick(["Case", "Query", "Mutation", dice.text(5)])}") { fields { name } } }`,
          `{ ${dice.text(3)}: __schema { types { name } } }`,
          "{ ... { __schema { types { name } } } }",
          "{ ...i } fragment i on Query { __schema { types { name fields { name } } } }",
          `{ regions { code } __type(name: "${dice.text(4)}") { name } }`,
        ]),
      ),
    held: refused("NOT_SIGNED_IN"),
  },
  {
    name: "suggestions",
    guarantee,
    variant: (dice) => {
      const near = (word: string): string => {
        const at = dice.int(0, word.length - 1);
        return word.slice(0, at) + dice.text(1) + word.slice(at + dice.int(0, 1));
      };
      const word = dice.pick(["regions", "viewer", "cases", "quarter", "vendors", "scorecards"]);
      return asNobody(
        dice.pick([
          `{ ${near(word)}x { id } }`,
          `{ regions { ${near("code")}x } }`,
          `{ viewer { ${near("permissions")}x { a } } }`,
          `{ quarter(${near("on")}x: "2026-01-01") { quarter } }`,
          `query ($a: ${near("CaseFilterInput")}x) { regions { code } }`,
        ]),
      );
    },
    held: (answers) =>
      answers.every(({ status, text }) => status === 400 && !/did you mean/i.test(text)),
  },
  {
    name: "numbers beyond numbers",
    guarantee: "10 errors",
    variant: (dice, world) => {
      const number = dice.pick([
        "2147483648",
        "-2147483649",
        "1e400",
        "9".repeat(dice.int(11, 300)),
        "1.5",
        `-${"9".repeat(dice.int(11, 40))}`,
        "0x10",
        "1_000",
        "00012",
        "1e-400",
        "NaN",
        "Infinity",
      ]);
      const byVariable =
        dice.int(0, 1) === 1 && /^-?\d+(\.\d+)?$/.test(number) && !number.startsWith("00");
      return byVariable
        ? {
            headers: { authorization: `Bearer ${dice.pick(world.keys)}` },
            body: `{"query":"query ($n: Int!) { calendarYear(year: $n) { year } }","variables":{"n":${number}}}`,
          }
        : asMachine(dice, world, `{ calendarYear(year: ${number}) { year } }`);
    },
    held: faulted(
      "GRAPHQL_VALIDATION_FAILED",
      "GRAPHQL_PARSE_FAILED",
      "BAD_USER_INPUT",
      "BAD_REQUEST",
    ),
  },
];
