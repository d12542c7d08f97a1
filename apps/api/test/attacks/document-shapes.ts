import { type Attack, refused } from "./attack.ts";
import { asMachine, asNobody, caseFields, repeat } from "./words.ts";

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

/** Documents that are small to send and large to answer. */
export const shapeAttacks: readonly Attack[] = [
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
    name: "fragment fan-out that ends in nothing",
    guarantee,
    variant: (dice, world) => {
      const levels = dice.int(10, 18);
      const spread = (to: string): string =>
        repeat(3, () => dice.pick([`...${to}`, `... { ...${to} }`]));
      const fragments = repeat(
        levels,
        (i) => `fragment f${i} on Query { ${spread(i + 1 < levels ? `f${i + 1}` : "gone")} }`,
      );
      const document = `{ ${spread("f0")} } ${fragments}`;
      return dice.int(0, 1) ? asMachine(dice, world, document) : asNobody(document);
    },
    held: refused("GRAPHQL_VALIDATION_FAILED", ...limits),
  },
  {
    name: "complaints as long as what they complain of",
    guarantee,
    variant: (dice) => {
      const filling = dice.pick([" ", "Did you mean ", '\\"', "a", "?"]);
      const long = filling.repeat(dice.int(4_000, 20_000));
      return asNobody(
        dice.pick([
          `{ "${long}" }`,
          `{ regions @skip(if: "${long}") { code } }`,
          `{ quarter(on: "${long}") { quarter } }`,
          `query ($a: Boolean = "${long}") { regions @skip(if: $a) { code } }`,
        ]),
      );
    },
    held: (answers) =>
      answers.every(
        ({ status, code, text }) => status < 500 && code !== null && text.length < 2_000,
      ),
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
];
