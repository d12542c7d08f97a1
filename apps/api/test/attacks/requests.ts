import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";

import { type Attack, refused } from "./attack.ts";
import { asPage, documents, mutations } from "./words.ts";

const guarantee = "8 trusted operations";
const unread = ["BAD_REQUEST", "CONTENT_TYPE_REFUSED", "BODY_TOO_LARGE", "REQUEST_TOO_SLOW"];
const untrusted = refused("DOCUMENT_NOT_TRUSTED", "CROSS_SITE_REQUEST", ...unread);
const form = (fields: object): string =>
  new URLSearchParams(fields as Record<string, string>).toString();

/** Raw requests end by the connection's end, too. */
const notServed = (answers: readonly { status: number; text: string }[]): boolean =>
  answers.every(
    ({ status, text }) =>
      status === 0 || (status >= 400 && status < 500 && !text.includes('"data"')),
  );

/** Requests that are no honest ones: of other sites, other types, other lengths. */
export const requestAttacks: readonly Attack[] = [
  {
    name: "documents of a browser's own",
    guarantee,
    variant: (dice, world) => {
      const cookie = world.cookies[dice.pick(["admin", "evaluator", "nmg", "banner"] as const)];
      const dress = dice.pick<Readonly<Record<string, string>>>([
        {},
        { "user-agent": `curl/${dice.int(7, 8)}.${dice.int(0, 90)}` },
        { "sec-fetch-site": "same-origin" },
        { "sec-fetch-site": "none", "sec-fetch-mode": "navigate" },
        { origin: world.address },
        { "x-requested-with": dice.text(6) },
        { "apollo-require-preflight": "true", "x-apollo-operation-name": dice.text(4) },
      ]);
      const hidden = dice.pick([
        cookie,
        `${dice.text(3)}=1; ${cookie}`,
        `${cookie}; ${cookie}`,
        ` ;;${cookie};`,
      ]);
      return {
        headers: { ...dress, cookie: hidden },
        body: JSON.stringify({
          query: dice.pick([
            "{ viewer { name } }",
            "{ vendors { id } }",
            ...mutations.map((one) => `mutation { ${one} }`),
          ]),
        }),
      };
    },
    held: refused("DOCUMENT_NOT_TRUSTED", "CROSS_SITE_REQUEST"),
  },
  {
    name: "registering documents by their hash",
    guarantee,
    variant: (dice, world) => {
      const query = `{ viewer { name } } # ${dice.text(12)}`;
      const body = JSON.parse(world.byHash(query)) as object;
      const headers = { cookie: world.cookies.evaluator, "sec-fetch-site": "same-origin" };
      return [
        {
          headers,
          body: JSON.stringify({ ...body, query: dice.pick([query, "{ vendors { id } }"]) }),
        },
        { headers, body: JSON.stringify(body) },
      ];
    },
    held: refused("DOCUMENT_NOT_TRUSTED"),
  },
  {
    name: "hashes that are none",
    guarantee,
    variant: (dice, world) => {
      const hash = dice.pick<unknown>([
        dice.hex(64),
        "",
        "__proto__",
        "constructor",
        "toString",
        dice.int(0, 9),
        [dice.hex(64)],
        { a: dice.hex(4) },
        null,
        `sha256:${dice.hex(64)}`,
        "../".repeat(dice.int(1, 9)),
      ]);
      return {
        headers: { cookie: world.cookies.nmg },
        body: JSON.stringify({
          query: dice.pick([undefined, "{ vendors { id } }"]),
          extensions: {
            persistedQuery: dice.pick<unknown>([
              { version: 1, sha256Hash: hash },
              { sha256Hash: hash },
              hash,
            ]),
          },
        }),
      };
    },
    held: refused("DOCUMENT_NOT_TRUSTED", "BAD_REQUEST"),
  },
  {
    name: "plain text of another site",
    guarantee: "8 (CSRF)",
    variant: (dice, world) => ({
      headers: {
        "content-type": dice.pick([
          "text/plain",
          "text/plain; charset=utf-8",
          "text/plain;application/json",
          "TEXT/PLAIN",
          "",
        ]),
        cookie: world.cookies[dice.pick(["admin", "nmg"] as const)],
        ...(dice.int(0, 1) ? { "sec-fetch-site": "cross-site" } : {}),
      },
      body: dice.pick([
        world.byHash(documents.accept, { input: {} }),
        JSON.stringify({ query: `mutation { ${dice.pick(mutations)} }` }),
      ]),
    }),
    held: untrusted,
  },
  {
    name: "url-encoded forms of another site",
    guarantee: "8 (CSRF)",
    variant: (dice, world) => ({
      headers: {
        "content-type": dice.pick([
          "application/x-www-form-urlencoded",
          "application/x-www-form-urlencoded; charset=utf-8",
        ]),
        cookie: world.cookies.admin,
        ...(dice.int(0, 1) ? { origin: `https://${dice.text(6)}.example` } : {}),
      },
      body: form({
        query: `mutation { ${dice.pick(mutations)} }`,
        variables: "{}",
        [dice.text(3)]: dice.text(9),
      }),
    }),
    held: untrusted,
  },
  {
    name: "multipart forms of another site",
    guarantee: "8 (CSRF)",
    variant: (dice, world) => {
      const boundary = dice.text(10);
      const part = (name: string, text: string): string =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
      return {
        headers: {
          "content-type": `multipart/form-data; boundary=${boundary}`,
          cookie: world.cookies.admin,
        },
        body: `${part("operations", JSON.stringify({ query: `mutation { ${dice.pick(mutations)} }` }))}${part("map", "{}")}${part(dice.text(3), dice.text(20))}--${boundary}--\r\n`,
      };
    },
    held: untrusted,
  },
  {
    name: "trusted operations sent from another site",
    guarantee: "8 (CSRF)",
    variant: (dice, world) => ({
      headers: {
        cookie: world.cookies[dice.pick(["admin", "nmg", "banner"] as const)],
        ...dice.pick<Readonly<Record<string, string>>>([
          { "sec-fetch-site": "cross-site" },
          { "sec-fetch-site": "same-site" },
          { "sec-fetch-site": dice.text(5) },
          { origin: `https://${dice.text(8)}.example` },
          { origin: "null" },
          { origin: `http://localhost:${dice.int(1, 999)}` },
          { origin: `${world.address}.${dice.text(4)}.example` },
        ]),
      },
      body: world.byHash(documents.viewer),
    }),
    held: refused("CROSS_SITE_REQUEST"),
  },
  {
    name: "other content types",
    guarantee,
    variant: (dice, world) => ({
      headers: {
        "content-type": dice.pick([
          "application/xml",
          "application/graphql",
          "application/json-patch+json",
          "application/octet-stream",
          "text/html",
          "image/svg+xml",
          "application/x-java-serialized-object",
          `application/${dice.text(6)}`,
          `${dice.text(4)}`,
          "*/*",
          "application/json/x",
          `a/${"b".repeat(dice.int(100, 2000))}`,
        ]),
        authorization: `Bearer ${dice.pick(world.keys)}`,
      },
      body: dice.pick(['{"query":"{ viewer { name } }"}', "<a/>", "{ viewer { name } }"]),
    }),
    held: refused(...unread),
  },
  {
    name: "content encodings",
    guarantee,
    variant: (dice, world) => {
      const text = JSON.stringify({
        query: "{ viewer { name } }",
        x: "0".repeat(dice.int(0, 500_000)),
      });
      const [encoding, pack] = dice.pick([
        ["gzip", gzipSync],
        ["br", brotliCompressSync],
        ["deflate", deflateSync],
        ["gzip, gzip", (one: string) => gzipSync(gzipSync(one))],
      ] as const);
      return {
        headers: { "content-encoding": encoding, authorization: `Bearer ${dice.pick(world.keys)}` },
        body: pack(text),
      };
    },
    held: refused(...unread),
  },
  {
    name: "oversized bodies",
    guarantee,
    variant: (dice, world) => {
      const filling = "x".repeat(dice.int(262_145, 900_000));
      return {
        headers: { authorization: `Bearer ${dice.pick(world.keys)}` },
        body: dice.pick([
          JSON.stringify({ query: `{ viewer { name } } #${filling}` }),
          JSON.stringify({ query: "{ viewer { name } }", variables: { [dice.text(4)]: filling } }),
          filling,
          `[${filling}`,
        ]),
      };
    },
    // The connection may be cut before the refusal is read.
    held: (answers) =>
      answers.every(
        ({ status, code }) => status === 0 || (status === 413 && code === "BODY_TOO_LARGE"),
      ),
  },
  {
    name: "malformed bodies",
    guarantee: "10 errors",
    variant: (dice, world) => ({
      headers: { authorization: `Bearer ${dice.pick(world.keys)}` },
      body: dice.pick([
        "",
        "{",
        "}",
        `{"query":"{ viewer { name } }",}`,
        `{'query':1}`,
        `{"query":}`,
        `nul`,
        `"${dice.text(5)}"`,
        String(dice.int(0, 99)),
        "true",
        "null",
        `{"query":"${dice.text(4)}`,
        `{"${dice.text(3)}":1}`,
        `{"query":${dice.int(0, 9)}}`,
        `{"query":["{ viewer { name } }"]}`,
        `{"query":{"a":1}}`,
        `\u0000${dice.text(4)}`,
        `{"query":"{ viewer { name }"}`,
        `{"query":"${dice.text(4)} {"}`,
        `{"query":"{ viewer { name } }","variables":"${dice.text(3)}"}`,
        `{"query":"{ viewer { name } }","operationName":${dice.int(1, 9)}}`,
      ]),
    }),
    held: (answers) =>
      answers.every(
        ({ status, code, text }) =>
          status >= 400 &&
          status < 500 &&
          code !== null &&
          !/at position|Unexpected token/.test(text),
      ),
  },
  {
    name: "truncated bodies",
    guarantee: "10 errors",
    variant: (dice, world) => {
      const body = JSON.stringify({ query: "{ viewer { name } }" });
      const claimed = body.length + dice.int(1, 5_000);
      const cut = dice.int(0, body.length);
      return {
        raw: `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${dice.pick(world.keys)}\r\ncontent-type: application/json\r\ncontent-length: ${claimed}\r\n\r\n${body.slice(0, cut)}`,
        holdMs: dice.int(20, 200),
      };
    },
    held: notServed,
  },
  {
    name: "requests that two servers read differently",
    guarantee: "10 errors",
    variant: (dice, world) => {
      const inner = `GET /graphql?query={viewer{name}} HTTP/1.1\r\nhost: ${dice.text(4)}\r\n\r\n`;
      const key = `authorization: Bearer ${dice.pick(world.keys)}\r\n`;
      const head = `POST /graphql HTTP/1.1\r\nhost: x\r\n${key}content-type: application/json\r\n`;
      return {
        raw: dice.pick([
          `${head}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
          `${head}content-length: 5\r\ncontent-length: ${dice.int(6, 60)}\r\n\r\n{"a":${inner}`,
          `${head}transfer-encoding: ${dice.text(5)}, chunked, identity\r\n\r\n0\r\n\r\n`,
          `${head}transfer-encoding: chunked\r\n\r\n${dice.text(3)}z\r\n{}\r\n0\r\n\r\n`,
          `POST  /graphql  HTTP/1.1\r\n${dice.text(4)}\r\n\r\n`,
          `POST /graphql HTTP/${dice.int(3, 9)}.${dice.int(2, 9)}\r\n\r\n`,
          `${head}x-${dice.text(3)}: a\rb\r\n\r\n`,
          `${head} folded-${dice.text(3)}: b\r\ncontent-length: 2\r\n\r\n{}`,
          `${head}x: ${"y".repeat(dice.int(17_000, 60_000))}\r\n\r\n`,
        ]),
        holdMs: 150,
      };
    },
    held: notServed,
  },
  {
    name: "slow bodies",
    guarantee: "10 errors",
    variant: (dice, world) => ({
      raw: `POST ${dice.pick(["/graphql", "/imports"])} HTTP/1.1\r\nhost: x\r\ncookie: ${world.cookies.nmg}\r\ncontent-type: ${dice.pick(["application/json", "application/octet-stream"])}\r\ncontent-length: ${dice.int(1_000, 200_000)}\r\n\r\n${dice.text(dice.int(0, 40))}`,
      holdMs: dice.int(300, 900),
    }),
    held: notServed,
  },
  {
    name: "bytes that are no UTF-8",
    guarantee: "10 errors",
    variant: (dice, world) => {
      const bytes = Buffer.from(
        dice
          .pick(["ff", "c0af", "eda080", "f8888080", "fe", "80", "e28028"])
          .repeat(dice.int(1, 20)),
        "hex",
      );
      const [before, after] = dice.pick([
        ['{"query":"{ viewer { na', 'me } }"}'],
        [
          '{"query":"query ($f: CaseFilterInput) { cases(filter: $f) { totalCount } }","variables":{"f":{"search":"',
          '"}}}',
        ],
        ['{"query":"{ vendors { id } }","operationName":"', '"}'],
        ['{"que', 'ry":"{ viewer { name } }"}'],
      ] as const);
      return {
        headers: { authorization: `Bearer ${dice.pick(world.keys)}` },
        body: Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]),
      };
    },
    held: (answers) =>
      answers.every(
        ({ status, data }) =>
          status < 500 &&
          (status >= 400 ||
            JSON.stringify(data) === '{"cases":{"totalCount":0}}' ||
            data === null ||
            data === undefined),
      ),
  },
  {
    name: "keys of prototypes",
    guarantee: "10 errors",
    variant: (dice, world) => {
      const key = dice.pick([
        "__proto__",
        "constructor",
        "prototype",
        "toString",
        "hasOwnProperty",
        "__defineGetter__",
      ]);
      const value = dice.pick([
        '{"isAdmin":true}',
        '{"prototype":{"roles":["CENTRE_ADMINISTRATOR"]}}',
        `"${dice.text(5)}"`,
        "null",
        '{"caller":{"kind":"system"}}',
      ]);
      const query = "query ($f: CaseFilterInput) { cases(filter: $f) { totalCount } }";
      return {
        headers: { authorization: `Bearer ${dice.pick(world.keys)}` },
        body: dice.pick([
          `{"${key}":${value},"query":"mutation { signOut }"}`,
          `{"query":"${query}","variables":{"f":{"${key}":${value}}}}`,
          `{"query":"${query}","variables":{"f":{"search":{"${key}":${value}}}}}`,
          `{"query":"{ ${key} }"}`,
          `{"query":"{ cases(filter: { ${key}: 1 }) { totalCount } }"}`,
          `{"query":"mutation ${key} { signOut }","operationName":"${key}"}`,
        ]),
      };
    },
    held: (answers) =>
      answers.every(
        ({ status, code, data }) =>
          status < 500 && code !== null && (data === null || data === undefined),
      ),
  },
  {
    name: "acting by address",
    guarantee,
    variant: (dice, world) => {
      const query = dice.pick(mutations.map((one) => `mutation { ${one} }`));
      const who = dice.pick<Readonly<Record<string, string>>>([
        {},
        { cookie: world.cookies.admin },
        { authorization: `Bearer ${dice.pick(world.keys)}` },
      ]);
      const hash = (JSON.parse(world.byHash(documents.accept)) as { extensions: object })
        .extensions;
      return {
        method: dice.pick(["GET", "HEAD"]),
        path: `/graphql?${form(dice.pick([{ query }, { query, operationName: dice.text(3) }, { extensions: JSON.stringify(hash), variables: '{"input":{}}' }]))}`,
        headers: { ...who, "apollo-require-preflight": dice.text(3) },
      };
    },
    held: (answers) =>
      answers.every(
        ({ status, code, data }) =>
          status < 500 && !data && (status >= 400 || code === "PERSISTED_QUERY_NOT_SUPPORTED"),
      ),
  },
  {
    name: "method override and other methods",
    guarantee,
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
    name: "forged hosts",
    guarantee: "8 (CSRF)",
    variant: (dice, world) => {
      const host = `${dice.text(6)}.example`;
      const sent = asPage(world, "admin", documents.viewer);
      return {
        ...sent,
        headers: {
          cookie: world.cookies.admin,
          ...dice.pick<Readonly<Record<string, string>>>([
            { host, origin: world.address },
            { "x-forwarded-host": host, origin: world.address },
            { forwarded: `host=${host}`, origin: `https://${host}` },
            { host, "x-original-host": host, origin: `https://${dice.text(5)}.example` },
          ]),
        },
      };
    },
    held: refused("CROSS_SITE_REQUEST"),
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
    held: refused("SCORECARD_NOT_FOUND", "NOT_FOUND", "BAD_REQUEST"),
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
