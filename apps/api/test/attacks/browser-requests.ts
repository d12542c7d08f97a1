import { type Attack, refused } from "./attack.ts";
import { asPage, documents, mutations } from "./words.ts";

const guarantee = "8 trusted operations";

const unread = ["BAD_REQUEST", "CONTENT_TYPE_REFUSED", "BODY_TOO_LARGE", "REQUEST_TOO_SLOW"];

const untrusted = refused("DOCUMENT_NOT_TRUSTED", "CROSS_SITE_REQUEST", ...unread);

const form = (fields: object): string =>
  new URLSearchParams(fields as Record<string, string>).toString();

/** Requests that a browser is made to send, or that pretend to be no browser's. */
export const browserAttacks: readonly Attack[] = [
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
];
