import { type Attack, faulted } from "./attack.ts";
import { asMachine, asPage, caseFields, documents } from "./words.ts";

/** Attacks on what is another's alone. */
export const reachAttacks: readonly Attack[] = [
  {
    name: "cases of others, by id",
    guarantee: "6 scope",
    variant: (dice, world) => {
      const { id, number, vendorId } = dice.pick(world.foreignCases);
      const fields = `${dice.pick(caseFields)} ${dice.pick(caseFields)} explanation { verdict }`;
      return dice.pick([
        () => asMachine(dice, world, `{ case(id: "${id}") { ${fields} } }`),
        () =>
          asMachine(
            dice,
            world,
            `{ caseByNumber(vendorId: "${vendorId}", number: "${number}") { ${fields} } }`,
          ),
        () => asPage(world, "banner", documents.one, { id }),
        () => asPage(world, "nmg", documents.one, { id }),
        () => asPage(world, "nmg", documents.byNumber, { vendorId, number }),
        () => asMachine(dice, world, `{ case(id: "${id.toUpperCase()}") { ${fields} } }`),
      ])();
    },
    held: (answers) =>
      answers.every(
        ({ status, data }) =>
          status === 200 && Object.values(data ?? { a: 1 }).every((value) => value === null),
      ),
  },
  {
    name: "ids by guessing",
    guarantee: "6 scope",
    variant: (dice, world) => {
      const { id } = dice.pick(world.foreignCases);
      const at = dice.int(24, 35);
      const near = id.slice(0, at) + dice.hex(1) + id.slice(at + 1);
      const guess = dice.pick([
        near,
        `${id.slice(0, 13)}-7${dice.hex(3)}-8${dice.hex(3)}-${dice.hex(12)}`,
        "00000000-0000-0000-0000-000000000000",
        `ffffffff-ffff-7fff-bfff-${dice.hex(12)}`,
      ]);
      return dice.int(0, 1)
        ? asMachine(dice, world, `{ case(id: "${guess}") { number } }`)
        : asPage(world, "nmg", documents.one, { id: guess });
    },
    held: (answers) =>
      answers.every(
        ({ status, data }) => status === 200 && JSON.stringify(data) === '{"case":null}',
      ),
  },
  {
    name: "ids that are none",
    guarantee: "10 errors",
    variant: (dice, world) => {
      const { id } = dice.pick(world.foreignCases);
      const bad = dice.pick([
        `${id}'; commit; drop table service_case; --`,
        `${id} `,
        `{${id}}`,
        id.replaceAll("-", ""),
        `urn:uuid:${id}`,
        "1",
        "-1",
        "",
        dice.text(8),
        `${id}\u0000`,
        "' or ''='",
        `../${id}`,
        "9".repeat(dice.int(1, 400)),
      ]);
      return dice.int(0, 1)
        ? asMachine(dice, world, "query ($id: ID!) { case(id: $id) { number } }", {
            variables: { id: bad },
          })
        : asPage(world, dice.pick(["nmg", "evaluator"] as const), documents.one, { id: bad });
    },
    held: faulted("BAD_USER_INPUT"),
  },
  {
    name: "filters as oracles",
    guarantee: "6 scope, 7 personal data",
    variant: (dice, world) => {
      const { number, vendorId } = dice.pick(world.foreignCases);
      const identityNumber = dice.pick(world.foreignIdentityNumbers);
      const filter = dice.pick<object>([
        { identityNumber },
        { identityNumber, vendorId },
        { search: number },
        { search: number.slice(0, -1) + number.at(-1) },
        {
          regionCode: `1525${dice.pick(["01", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31"])}`,
        },
        { identityNumber: `${identityNumber.slice(0, -1)}%` },
        { identityNumber: identityNumber.slice(0, dice.int(6, 17)) },
        { search: `%${number.slice(-3)}` },
      ]);
      return dice.int(0, 1)
        ? asMachine(
            dice,
            world,
            "query ($f: CaseFilterInput) { cases(filter: $f) { totalCount edges { node { id } } } }",
            { variables: { f: filter } },
          )
        : asPage(world, "banner", documents.count, { filter });
    },
    held: (answers) =>
      answers.every(
        ({ status, code, data }) =>
          (status === 200 && /"totalCount":0/.test(JSON.stringify(data))) ||
          code === "BAD_USER_INPUT",
      ),
  },
  {
    name: "foreign vendors' filters",
    guarantee: "6 scope",
    variant: (dice, world) => {
      const { vendorId, number } = dice.pick(world.foreignCases);
      const filter = dice.pick<object>([
        { vendorId },
        { vendorId, search: number },
        { vendorId, quarter: dice.pick(["2026Q3", "2026Q4"]) },
        { vendorId, channel: dice.pick(["ONSITE", "ONLINE"]) },
        { search: number },
        { vendorId, states: [dice.pick(["MET", "BREACHED", "RUNNING"])] },
      ]);
      return asPage(world, "nmg", documents.count, { filter });
    },
    held: (answers) =>
      answers.every(
        ({ status, data }) =>
          status === 200 && JSON.stringify(data) === '{"cases":{"totalCount":0}}',
      ),
  },
  {
    name: "what a role may not do",
    guarantee: "6 scope",
    variant: (dice, world) => {
      const who = dice.pick(["evaluator", "nmg", "xs", "banner"] as const);
      const input = {
        name: dice.text(12),
        regionCode: "152502",
        scopes: [dice.pick(["READ_CASES", "READ_SCORECARDS"])],
        days: dice.int(1, 365),
      };
      return dice.int(0, 2) === 0
        ? {
            ...asPage(world, who, documents.integrate, { input }),
            headers: { cookie: world.cookies[who], "idempotency-key": dice.text(5) },
          }
        : asPage(world, who, documents.integrate, { input });
    },
    held: (answers) =>
      answers.every(
        ({ status, text }) =>
          status === 200 && text.includes("NotAllowedProblem") && !text.includes("signet_"),
      ),
  },
  {
    name: "another's idempotency key",
    guarantee: "5 idempotency",
    variant: (dice, world) => {
      const input = {
        name: `${dice.text(14)}`,
        regionCode: "152502",
        scopes: ["READ_CASES"],
        days: 0,
      };
      const key = dice.pick([
        "one",
        dice.text(3),
        "x".repeat(dice.int(121, 500)),
        `' or 1=1 --${dice.text(1)}`,
        "__proto__",
        "\u00e9".repeat(dice.int(1, 9)),
      ]);
      const by = (who: "admin" | "evaluator", over: object) => ({
        headers: {
          cookie: world.cookies[who],
          "idempotency-key": key,
          "sec-fetch-site": "same-origin",
        },
        body: world.byHash(documents.integrate, { input: { ...input, ...over } }),
      });
      // What was refused leaves nothing under the key; another's key opens nothing.
      return [
        by("admin", {}),
        by("evaluator", { days: 30 }),
        by("admin", { days: dice.int(366, 9_999) }),
      ];
    },
    held: (answers) =>
      answers.every(({ status, text }) => status < 500 && !text.includes("signet_")) &&
      answers[0]?.code === "BAD_USER_INPUT" &&
      /NotAllowedProblem/.test(answers[1]?.text ?? "") &&
      answers[2]?.code === "BAD_USER_INPUT",
  },
  {
    name: "floods of streams",
    guarantee: "8 budgets",
    variant: (dice, world) => {
      const cookie =
        world.cookies[dice.pick(["admin", "evaluator", "nmg", "xs", "banner"] as const)];
      return Array.from({ length: dice.int(14, 18) }, () => ({
        method: "GET",
        path: `/events?${dice.text(3)}`,
        headers: { cookie },
        isStream: true,
      }));
    },
    held: (answers) => {
      const open = answers.filter(({ status }) => status === 200).length;
      const turnedAway = answers.filter(
        ({ status, code }) => status === 429 && code === "TOO_MANY_STREAMS",
      ).length;
      for (const { end } of answers) end();
      return open <= 12 && open + turnedAway === answers.length;
    },
  },
  {
    name: "streams of nobody",
    guarantee: "6 scope",
    variant: (dice, world) => ({
      method: "GET",
      path: dice.pick(["/events", `/events?${dice.text(4)}=1`]),
      isStream: true,
      headers: dice.pick<Readonly<Record<string, string>>>([
        {},
        { cookie: `__Host-signet=${dice.text(43)}` },
        { "last-event-id": String(dice.int(0, 99)) },
        { authorization: `Bearer ${world.revokedKey}` },
        { authorization: `Bearer ${dice.text(9)}` },
      ]),
    }),
    held: (answers) => answers.every(({ status }) => status === 401),
  },
];
