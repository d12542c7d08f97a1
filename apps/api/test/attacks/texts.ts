import { type Attack, faulted } from "./attack.ts";
import { asMachine, asPage, documents, hostileText } from "./words.ts";

const badInput = faulted("BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED");

/** Texts that mean something to somebody behind us. */
export const textAttacks: readonly Attack[] = [
  {
    name: "hostile texts to search for",
    guarantee: "10 errors",
    variant: (dice, world) => {
      const filter = { search: hostileText(dice).slice(0, dice.pick([60, 60, 200])) };
      return dice.int(0, 1)
        ? asMachine(
            dice,
            world,
            "query ($f: CaseFilterInput) { cases(filter: $f) { totalCount edges { node { id } } } }",
            { variables: { f: filter } },
          )
        : asPage(world, dice.pick(["evaluator", "nmg", "banner"] as const), documents.count, {
            filter,
          });
    },
    held: (answers) =>
      answers.every(
        ({ status, code, data }) =>
          code === "BAD_USER_INPUT" ||
          (status === 200 && /"totalCount":0/.test(JSON.stringify(data))),
      ),
  },
  {
    name: "hostile texts in documents",
    guarantee: "10 errors",
    variant: (dice, world) => {
      const text = JSON.stringify(hostileText(dice));
      return asMachine(
        dice,
        world,
        dice.pick([
          `{ caseByNumber(vendorId: "${dice.pick(world.foreignCases).vendorId}", number: ${text}) { id } }`,
          `{ scorecards(quarter: ${text}) { id } }`,
          `{ quarter(on: ${text}) { quarter } }`,
          `{ case(id: ${text}) { id } }`,
          `{ cases(filter: { regionCode: ${text} }) { totalCount } }`,
          `{ cases(filter: { quarter: ${text} }) { totalCount } }`,
        ]),
      );
    },
    held: (answers) =>
      answers.every(
        ({ status, code, data }) =>
          code === "BAD_USER_INPUT" ||
          code === "GRAPHQL_PARSE_FAILED" ||
          (status === 200 && /null|"totalCount":0/.test(JSON.stringify(data))),
      ),
  },
  {
    name: "NUL and halves of characters",
    guarantee: "10 errors",
    variant: (dice, world) => {
      const text =
        dice.text(dice.int(0, 5)) +
        dice.pick(["\u0000", "\ud800", "\udfff", "\ud83d", "\u0000\u0000"]) +
        dice.text(dice.int(0, 5));
      return dice.pick([
        () =>
          asMachine(
            dice,
            world,
            "query ($f: CaseFilterInput) { cases(filter: $f) { totalCount } }",
            { variables: { f: { search: text } } },
          ),
        () =>
          asMachine(
            dice,
            world,
            "query ($v: ID!, $n: String!) { caseByNumber(vendorId: $v, number: $n) { id } }",
            { variables: { v: dice.pick(world.foreignCases).vendorId, n: text } },
          ),
        () =>
          asPage(world, null, documents.signIn, { input: { username: `a${text}`, password: "x" } }),
        () =>
          asPage(world, "admin", documents.integrate, {
            input: { name: `ab${text}`, regionCode: "152502", scopes: ["READ_CASES"], days: 1 },
          }),
      ])();
    },
    held: badInput,
  },
];
