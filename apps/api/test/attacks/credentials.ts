import { type Attack, faulted, refused } from "./attack.ts";
import type { Answer } from "./send.ts";
import { asPage, documents } from "./words.ts";

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

/** Attacks on who somebody is. */
export const credentialAttacks: readonly Attack[] = [
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
    name: "timing of sign-in",
    guarantee,
    variant: (dice, world) => [
      asPage(world, null, documents.signIn, {
        input: { username: "hall", password: dice.text(9) },
      }),
      asPage(world, null, documents.signIn, {
        input: { username: dice.text(9), password: dice.text(9) },
      }),
    ],
    // No refusal comes before a quarter of a second is over, and both name the same code until a lock.
    held: (answers) =>
      answers.every(({ text, ms }) => /SIGN_IN_FAILED|ACCOUNT_LOCKED/.test(text) && ms >= 245),
  },
];
