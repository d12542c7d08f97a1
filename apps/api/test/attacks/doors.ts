import { gzipSync } from "node:zlib";

import { type Attack, refused } from "./attack.ts";
import { documents } from "./words.ts";

/** Raw requests end by the connection's end, too. */
const notServed = (answers: readonly { status: number; text: string }[]): boolean =>
  answers.every(
    ({ status, text }) =>
      status === 0 || (status >= 400 && status < 500 && !text.includes('"data"')),
  );

/** Paths, methods, headings and files. */
export const doorAttacks: readonly Attack[] = [
  {
    name: "method override and other methods",
    guarantee: "8 trusted operations",
    variant: (dice, world) => ({
      method: dice.pick(["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"]),
      path: dice
        .pick([
          "/graphql",
          "/imports",
          "/events/x",
          "/livez",
          `/forms/${dice.hex(8)}`,
          `/graphql?_method=POST`,
        ])
        .replace("/livez", "/readyz/"),
      headers: {
        cookie: world.cookies.admin,
        [dice.pick(["x-http-method-override", "x-method-override", "x-http-method"])]: dice.pick([
          "POST",
          "DELETE",
          "PUT",
        ]),
      },
      body: dice.pick([world.byHash(documents.viewer), ""]),
    }),
    held: (answers) =>
      answers.every(
        ({ status, text }) =>
          (status === 0 || status >= 400) && status < 500 && !text.includes('"viewer"'),
      ),
  },
  {
    name: "headings that break out",
    guarantee: "10 errors",
    variant: (dice, world) => {
      const word = dice.text(6);
      const injected = `x-${word}: injected`;
      const name = dice.pick([
        "idempotency-key",
        "accept-language",
        "x-request-id",
        "x-file-name",
        "cookie",
        "user-agent",
      ]);
      return {
        raw: `GET /graphql?query=%7Bviewer%7Bname%7D%7D HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncookie: ${world.cookies.xs}\r\n${name}: ${dice.pick([`a\n${injected}`, `a%0d%0a${injected}`, `a\\r\\n${injected}`, `a\u0000${injected}`, `a\r${injected}`, `\u560d\u560a${injected}`])}\r\n\r\n`,
        holdMs: 300,
      };
    },
    held: (answers) =>
      notServed(answers) &&
      answers.every(({ headers }) => !Object.values(headers).includes("injected")),
  },
  {
    name: "paths out of their folder",
    guarantee: "10 errors",
    variant: (dice, world) => {
      const up = dice
        .pick([
          "../",
          "..%2f",
          "%2e%2e/",
          "%2e%2e%2f",
          "..\\",
          "..%5c",
          "%252e%252e%252f",
          "....//",
          "..;/",
          "%c0%ae%c0%ae/",
        ])
        .repeat(dice.int(1, 9));
      const target = dice.pick([
        "etc/passwd",
        "data/master-key.json",
        "package.json",
        ".env",
        "proc/self/environ",
        "apps/api/dist/src/main.js",
        `${dice.text(5)}%00.js`,
      ]);
      return {
        raw: `GET ${dice.pick(["/", "/assets/", "/forms/", "/imports/", "/events/", "/graphql/"])}${up}${target}${dice.pick(["", ".docx", "?", "%00"])} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncookie: ${world.cookies.evaluator}\r\n\r\n`,
        holdMs: 500,
      };
    },
    held: (answers) =>
      answers.every(
        ({ status, text }) =>
          (status === 0 || (status >= 400 && status < 500)) &&
          !/root:|"key"|dependencies|PATH=/.test(text),
      ),
  },
  {
    name: "forms by ids that are none",
    guarantee: "6 scope",
    variant: (dice, world) => ({
      method: "GET",
      path: `/forms/${encodeURIComponent(dice.pick([dice.text(6), "..", "%00", `${dice.hex(8)}-0000-7000-8000-${dice.hex(12)}`, "' or 1=1 --", "1", "-1", "*", "{}", "null"]))}.docx${dice.pick(["", "?answersOnly=1", "?answersOnly[]=1", `?${dice.text(3)}=1`])}`,
      headers: { cookie: world.cookies[dice.pick(["evaluator", "nmg", "banner"] as const)] },
    }),
    // Whoever has nothing to do with forms is told that, whatever they name.
    held: refused("SCORECARD_NOT_FOUND", "NOT_FOUND", "BAD_REQUEST", "ROLE_MISSING"),
  },
  {
    name: "hostile files",
    guarantee: "uploads",
    variant: (dice, world) => {
      const bytes = dice.pick<() => Buffer>([
        () => Buffer.from(`PK\u0003\u0004${dice.text(200)}`, "latin1"),
        () => Buffer.from(dice.hex(2 * dice.int(1, 4_000)), "hex"),
        () => Buffer.from(`%PDF-1.7 ${dice.text(60)}`),
        () =>
          Buffer.from(
            `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;${dice.text(9)}</a>`,
          ),
        () => Buffer.alloc(dice.int(0, 5_000)),
        () => gzipSync("0".repeat(dice.int(1_000, 2_000_000))),
        () => Buffer.from(`=cmd|'/c calc'!A1,${dice.text(9)}\n1,2\n`),
        () => Buffer.from(`${dice.text(8)},${dice.text(8)}\n${'"'.repeat(dice.int(1, 999))}\n`),
      ])();
      return {
        path: "/imports",
        headers: {
          "content-type": "application/octet-stream",
          "x-file-name": encodeURIComponent(
            dice.pick([
              `${dice.text(5)}.csv`,
              "../../a.xlsx",
              "a\u0000.csv",
              `${"长".repeat(dice.int(1, 300))}.csv`,
              "con.csv",
            ]),
          ),
          cookie: world.cookies.admin,
          ...(dice.int(0, 3) === 0
            ? {
                "x-columns": dice.pick(["{", "[]", '{"__proto__":"a"}', `{"${dice.text(4)}":"b"}`]),
              }
            : {}),
        },
        body: bytes,
      };
    },
    held: (answers) =>
      answers.every(({ status, text }) => status >= 400 && status < 500 && !text.includes("root:")),
  },
  {
    name: "files of another site, and of who may bring none",
    guarantee: "6 scope",
    variant: (dice, world) => ({
      path: "/imports",
      headers: {
        "content-type": "application/octet-stream",
        "x-file-name": `${dice.text(6)}.csv`,
        ...dice.pick<Readonly<Record<string, string>>>([
          { cookie: world.cookies.admin, "sec-fetch-site": "cross-site" },
          { cookie: world.cookies.admin, origin: `https://${dice.text(4)}.example` },
          { cookie: world.cookies.banner },
          { cookie: world.cookies.nmg },
          { authorization: `Bearer ${dice.pick(world.keys)}` },
          {},
        ]),
      },
      body: `受理编号\n${dice.text(8)}\n`,
    }),
    held: refused("CROSS_SITE_REQUEST", "ROLE_MISSING", "NOT_SIGNED_IN"),
  },
];
