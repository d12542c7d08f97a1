import { type Attack, faulted, refused } from "./attack.ts";
import type { Answer } from "./send.ts";
import { asMachine, asPage, caseFields, documents } from "./words.ts";

const noSession = (answers: readonly Answer[]): boolean =>
  answers.every(
    ({ status, headers, text }) =>
      status < 500 && headers["set-cookie"] === undefined && !text.includes("SignInSuccess"),
  );
const guarantee = "accounts";
const commonPasswords = [
  "123456",
  "password",
  "admin",
  "12345678",
  "qwerty",
  "111111",
  "iloveyou",
  "admin123",
  "Aa123456",
  "signet",
  "signet2026",
  "signet-demo",
  "SIGNET-DEMO-2026",
  " signet-demo-2026",
  "signet-demo-2025",
];

/** Attacks on who somebody is, and on what is theirs alone. */
export const identityAttacks: readonly Attack[] = [
  {
    name: "a hundred log-ins in one request",
    guarantee: "8 trusted operations",
    variant: (dice, world) => {
      const count = dice.int(2, 100);
      const one = (i: number): string =>
        `a${i}: signIn(input: { username: "${dice.pick(world.usernames)}", password: "${i % 7 === 0 ? world.password : dice.text(8)}" }) { __typename }`;
      const query = `mutation { ${Array.from({ length: count }, (_, i) => one(i)).join(" ")} }`;
      const headers = dice.pick<Readonly<Record<string, string>>>([
        {},
        { cookie: world.cookies.banner },
        { authorization: `Bearer ${dice.pick(world.keys)}` },
        { "sec-fetch-site": "same-origin" },
      ]);
      return { headers, body: JSON.stringify({ query }) };
    },
    held: noSession,
  },
  {
    name: "password spraying",
    guarantee,
    variant: (dice, world) =>
      asPage(world, null, documents.signIn, {
        input: {
          username: dice.pick([
            ...world.usernames.slice(0, 3),
            dice.text(6),
            "root",
            "administrator",
          ]),
          password: dice.pick([...commonPasswords, dice.text(10)]),
        },
      }),
    held: (answers) =>
      noSession(answers) && answers.every(({ text }) => /SIGN_IN_FAILED|ACCOUNT_LOCKED/.test(text)),
  },
  {
    name: "names that look like another's",
    guarantee,
    variant: (dice, world) => {
      const name = dice.pick(world.usernames);
      const like = dice.pick<(text: string) => string>([
        (text) =>
          text.replace(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)),
        (text) => text.replace("a", "\u0430").replace("e", "\u0435"),
        (text) => `${text}\u200b`,
        (text) => `\ufeff${text}`,
        (text) => text.toUpperCase(),
        (text) => ` ${text}`,
        (text) => `${text}\t`,
        (text) => text[0] + "\u0301" + text.slice(1),
        (text) => `\u202e${[...text].toReversed().join("")}`,
        (text) => `${text}\u00ad`,
        (text) => `${text}%`,
      ])(name);
      const username = like === name ? `${name}\u200c` : like;
      return asPage(world, null, documents.signIn, {
        input: {
          username: username.slice(0, 40),
          password: dice.pick([world.password, `${world.password}${dice.text(1)}`]),
        },
      });
    },
    held: noSession,
  },
  {
    name: "credentials that are no text",
    guarantee,
    variant: (dice, world) =>
      asPage(world, null, documents.signIn, {
        input: dice.pick<unknown>([
          { username: { $ne: dice.text(2) }, password: { $ne: "" } },
          { username: [dice.pick(world.usernames)], password: [world.password] },
          { username: dice.pick(world.usernames), password: true },
          { username: dice.int(0, 9), password: null },
          { username: "admin\u0000", password: dice.text(5) },
          { username: `' or '${dice.text(1)}'='a`, password: `' or 1=1 --` },
          { username: dice.text(41), password: dice.text(9) },
          { username: "admin", password: "x".repeat(dice.int(201, 5_000)) },
          { username: "\ud800", password: dice.text(3) },
          { username: "admin", password: dice.text(4), roles: ["CENTRE_ADMINISTRATOR"] },
          dice.text(4),
          null,
        ]),
      }),
    held: noSession,
  },
  {
    name: "sessions that are stale or made up",
    guarantee,
    variant: (dice, world) => {
      const real = world.cookies.admin.split("=")[1] ?? "";
      const at = dice.int(0, real.length - 1);
      const token = dice.pick([
        dice.text(43),
        real.slice(0, -1),
        `${real}A`,
        real.slice(0, at) + (real[at] === "A" ? "B" : "A") + real.slice(at + 1),
        `"${real} "x`,
        encodeURIComponent(`' or 1=1 --${dice.text(2)}`),
        "",
        Buffer.from(JSON.stringify({ roles: ["CENTRE_ADMINISTRATOR"], x: dice.text(3) })).toString(
          "base64url",
        ),
        `${real}%00`,
        real.toLowerCase() === real ? `${real}x` : real.toLowerCase(),
      ]);
      return {
        headers: { cookie: `__Host-signet=${token}`, "sec-fetch-site": "same-origin" },
        body: world.byHash(documents.count),
      };
    },
    held: faulted("NOT_SIGNED_IN", "BAD_REQUEST"),
  },
  {
    name: "cookies under other names",
    guarantee,
    variant: (dice, world) => {
      const real = world.cookies.admin.split("=")[1] ?? "";
      return {
        headers: {
          cookie: `${dice.pick(["signet", "__Secure-signet", "__host-signet", "Host-signet", "session", "__Host-Signet", "x__Hostsignet", dice.text(5)])}=${real}`,
          "sec-fetch-site": "same-origin",
        },
        body: world.byHash(documents.count),
      };
    },
    held: faulted("NOT_SIGNED_IN"),
  },
  {
    name: "forged keys",
    guarantee,
    variant: (dice, world) => {
      const real = dice.pick(world.keys);
      const at = dice.int(7, real.length - 1);
      const key = dice.pick([
        real.slice(0, at) + (real[at] === "0" ? "1" : "0") + real.slice(at + 1),
        real.slice(0, dice.int(0, real.length - 1)),
        `${real}${dice.hex(1)}`,
        `signet_${dice.hex(72)}`,
        `Signet_${real.slice(7)}`,
        real.slice(7),
        real.slice(0, 7) +
          real
            .slice(7)
            .toUpperCase()
            .replace(/^[0-9]+$/, "X"),
        `eyJhbGciOiJub25lIn0.${Buffer.from(`{"sub":"${dice.text(4)}"}`).toString("base64url")}.`,
        `' or 1=1 --${dice.text(2)}`,
        world.revokedKey,
        "",
      ]);
      return {
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify({ query: "{ vendors { id } }" }),
      };
    },
    held: (answers) =>
      answers.every(
        ({ status, code, headers }) =>
          status === 401 &&
          (code ?? "").startsWith("API_KEY_") &&
          String(headers["www-authenticate"]).startsWith("Bearer "),
      ),
  },
  {
    name: "keys in other places",
    guarantee,
    variant: (dice, world) => {
      const key = dice.pick(world.keys);
      return {
        path: dice.pick(["/graphql", `/graphql?api_key=${key}`, `/graphql?access_token=${key}`]),
        headers: dice.pick<Readonly<Record<string, string>>>([
          { authorization: key },
          { authorization: `Basic ${Buffer.from(`${dice.text(3)}:${key}`).toString("base64")}` },
          { authorization: `Token ${key}` },
          { "x-api-key": key },
          { "proxy-authorization": `Bearer ${key}` },
          { "x-authorization": `Bearer ${key}` },
          { [`x-${dice.text(4)}`]: key },
        ]),
        body: JSON.stringify({
          query: `{ vendors { ${dice.pick(["id", "code", "name"])} } }`,
          apiKey: key,
        }),
      };
    },
    held: refused("NOT_SIGNED_IN"),
  },
  {
    name: "a key beside a cookie",
    guarantee: "8 trusted operations",
    variant: (dice, world) => ({
      headers: {
        authorization: `${dice.pick(["Bearer", "bearer", "BEARER"])} ${dice.pick([...world.keys, world.revokedKey, dice.text(9)])}`,
        cookie: dice.pick([...Object.values(world.cookies), `__Host-signet=${dice.text(9)}`]),
      },
      body: dice.pick([
        JSON.stringify({ query: `{ vendors { ${dice.pick(["id", "name"])} } }` }),
        world.byHash(documents.viewer),
      ]),
    }),
    held: refused("TWO_CREDENTIALS"),
  },
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
      return Array.from({ length: dice.int(8, 12) }, () => ({
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
      return open <= 6 && open + turnedAway === answers.length;
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
  {
    name: "timing of sign-in",
    guarantee,
    variant: (dice, world) => [
      asPage(world, null, documents.signIn, {
        input: { username: "timed", password: dice.text(9) },
      }),
      asPage(world, null, documents.signIn, {
        input: { username: dice.text(9), password: dice.text(9) },
      }),
    ],
    // Both hash once, at tens of milliseconds; an answer without a hash would come in one or two.
    held: (answers) =>
      answers.every(({ text, ms }) => /SIGN_IN_FAILED|ACCOUNT_LOCKED/.test(text) && ms > 8),
  },
];
