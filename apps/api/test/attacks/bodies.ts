import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";

import { type Attack, refused } from "./attack.ts";

const guarantee = "8 trusted operations";

const unread = ["BAD_REQUEST", "CONTENT_TYPE_REFUSED", "BODY_TOO_LARGE", "REQUEST_TOO_SLOW"];

/** Raw requests end by the connection's end, too. */
const notServed = (answers: readonly { status: number; text: string }[]): boolean =>
  answers.every(
    ({ status, text }) =>
      status === 0 || (status >= 400 && status < 500 && !text.includes('"data"')),
  );

/** Bodies of other types, lengths and bytes than they should have. */
export const bodyAttacks: readonly Attack[] = [
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
];
