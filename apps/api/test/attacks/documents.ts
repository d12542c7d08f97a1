import { type Attack, faulted, refused } from "./attack.ts";
import { asMachine, asNobody, caseFields, mutations, repeat } from "./words.ts";

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
const limited = refused(...limits);
const guarantee = "8 trusted operations";
const page = (fields: string): string => `{ cases(first: 1) { edges { node { ${fields} } } } }`;

/** Documents that are small to send and large to answer, and such as ask what is closed. */
export const documentAttacks: readonly Attack[] = [
  {
    name: "aliases",
    guarantee,
    variant: (dice, world) => {
      const field = dice.pick([
        "vendors { id }",
        "viewer { name }",
        "board { day }",
        "regions { code }",
      ]);
      const count = dice.int(11, 90);
      return asMachine(dice, world, `{ ${repeat(count, (i) => `${dice.text(3)}${i}: ${field}`)} }`);
    },
    held: limited,
  },
  {
    name: "aliases deep inside",
    guarantee,
    variant: (dice, world) =>
      asMachine(
        dice,
        world,
        page(repeat(dice.int(11, 80), (i) => `a${i}: ${dice.pick(caseFields)}`)),
      ),
    held: limited,
  },
  {
    name: "fragment cycles",
    guarantee,
    variant: (dice, world) => {
      const length = dice.int(1, 15);
      const way = dice.pick(["...", "... on Case { ...", "vendor { id } ..."]);
      const close = way.includes("{ ...") ? " }" : "";
      return asMachine(
        dice,
        world,
        `${page("...f0")} ${repeat(length, (i) => `fragment f${i} on Case { ${dice.pick(caseFields)} ${way}f${(i + 1) % length}${close} }`)}`,
      );
    },
    held: limited,
  },
  {
    name: "fragment fan-out",
    guarantee,
    variant: (dice, world) => {
      const levels = dice.int(9, 17);
      const width = dice.int(2, 3);
      const spread = (i: number): string => repeat(width, () => `... { ...f${i + 1} }`);
      return asMachine(
        dice,
        world,
        `${page("...f0")} ${repeat(levels, (i) => `fragment f${i} on Case { ${spread(i)} }`)} fragment f${levels} on Case { ${dice.pick(caseFields)} number }`,
      );
    },
    held: limited,
  },
  {
    name: "more fragments than anybody writes",
    guarantee,
    variant: (dice, world) =>
      asMachine(
        dice,
        world,
        `{ viewer { name } } ${repeat(dice.int(21, 90), (i) => `fragment ${dice.text(2)}${i} on Case { ${dice.pick(caseFields)} }`)}`,
      ),
    held: limited,
  },
  {
    name: "depth",
    guarantee,
    variant: (dice, world) => {
      const levels = dice.int(9, 150);
      const step = dice.pick(["vendor", "region", "node", dice.text(6)]);
      return asMachine(dice, world, page(`${`${step} { `.repeat(levels)}id${" }".repeat(levels)}`));
    },
    held: limited,
  },
  {
    name: "depth by inline fragments and lists",
    guarantee,
    variant: (dice, world) => {
      const levels = dice.int(340, 900);
      const [open, close] = dice.pick([
        ["... { ", " }"],
        ["[", "]"],
        ["{a:", "}"],
      ] as const);
      const inside = open.repeat(levels) + "1" + close.repeat(levels);
      return asMachine(
        dice,
        world,
        open === "... { "
          ? `{ ${open.repeat(levels)}__typename${close.repeat(levels)} }`
          : `{ vendors(x: ${inside}) { id } }`,
      );
    },
    held: refused("GRAPHQL_VALIDATION_FAILED", ...limits),
  },
  {
    name: "width",
    guarantee,
    variant: (dice, world) => {
      const part = repeat(3, () => caseFields.slice(dice.int(0, 3)).join(" "));
      const times = dice.int(7, 12);
      return asMachine(
        dice,
        world,
        `{ cases(first: 1) { edges { ${repeat(times, (i) => `${"abcdefghijklm"[i]}: node { ${part} }`)} } } }`,
      );
    },
    held: limited,
  },
  {
    name: "duplicate fields",
    guarantee,
    variant: (dice, world) =>
      asMachine(dice, world, page(`${dice.pick(caseFields)} `.repeat(dice.int(4, 900)))),
    held: limited,
  },
  {
    name: "directive overload",
    guarantee,
    variant: (dice, world) => {
      const directive = dice.pick([
        "@skip(if: false)",
        "@include(if: true)",
        `@${dice.text(5)}`,
        "@deprecated",
      ]);
      return asMachine(dice, world, page(`number ${`${directive} `.repeat(dice.int(11, 120))}`));
    },
    held: limited,
  },
  {
    name: "cost by page sizes",
    guarantee,
    variant: (dice, world) => {
      const size = dice.int(90, 100);
      const heavy = "explanation { verdict steps { code title detail clause at } }";
      const fields = caseFields.slice(0, dice.int(1, 20)).join(" ");
      const byVariable = dice.int(0, 1) === 1;
      return asMachine(
        dice,
        world,
        `query (${"$n: Int"}) { cases(${dice.pick(["first", "last"])}: ${byVariable ? "$n" : size}) { edges { node { ${fields} ${heavy} } } } }`.replace(
          "query ($n: Int)",
          byVariable ? "query ($n: Int)" : "query",
        ),
        { variables: { n: size } },
      );
    },
    held: limited,
  },
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
      const levels = dice.int(2, 25);
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
