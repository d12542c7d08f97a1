// What the proofs ask with the cookie of a session: fixed before the product starts, like all that
// sessions may send.
import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const documents = {
  signIn:
    "mutation ($u: String!, $p: String!) { signIn(input: { username: $u, password: $p }) { __typename } }",
  page: "{ cases(first: 50) { edges { node { id number receivedAt state vendor { name } } } } }",
  propose: 'mutation { proposeScorecards(quarter: "2026Q4") { __typename } }',
  accept: "mutation ($input: AcceptCaseInput!) { acceptCase(input: $input) { __typename } }",
  regions:
    "{ cases(first: 100) { edges { node { id number vendor { id code } region { code } } } } }",
  createIntegration: `mutation ($input: CreateIntegrationInput!) { createIntegration(input: $input) {
    __typename ... on IntegrationKeySuccess { apiKey integration { id keys { id } } } ... on Problem { code } } }`,
  revokeIntegrationKey: `mutation ($keyId: ID!) { revokeIntegrationKey(keyId: $keyId) { __typename } }`,
};

const further = new Set();

/** Adds what one proof alone asks; said before it starts the product. */
export function trust(text) {
  further.add(text);
  return text;
}

const hashOf = (text) => createHash("sha256").update(text).digest("hex");

/** The body of a request that names one of them. */
export const byHash = (text, variables = {}) => ({
  variables,
  extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } },
});

/** The file of them, and of others, for `SIGNET_DOCUMENTS`. */
export function documentsFile(others = []) {
  const file = join(mkdtempSync(join(tmpdir(), "signet-documents-")), "documents.json");
  const entries = [...Object.values(documents), ...further, ...others].map((text) => [
    hashOf(text),
    text,
  ]);
  writeFileSync(file, JSON.stringify(Object.fromEntries(entries)));
  return file;
}
