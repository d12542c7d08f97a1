// Starts a contender and knows how to ask it.
import { fileURLToPath } from "node:url";

import { hashOf } from "../page.mjs";
import { startChild } from "./child.mjs";

const runner = fileURLToPath(new URL("contender.mjs", import.meta.url));

/** A process that serves on a port; it may ask for headers or a document of its own. */
export async function startContender(name, settings, document) {
  const contender = await startChild(runner, name, JSON.stringify(settings));
  const origin = `http://127.0.0.1:${settings.port}`;
  const requestFor = (query) => ({
    path: "/graphql",
    method: "POST",
    headers: { "content-type": "application/json", ...contender.ready.headers },
    body: JSON.stringify(
      contender.ready.byHash
        ? { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(query) } } }
        : { query },
    ),
  });
  const request = requestFor(contender.ready.document ?? document);
  return {
    name,
    contender,
    origin,
    request,
    requestFor,
    async read() {
      const { path, method, headers, body } = request;
      const response = await fetch(`${origin}${path}`, { method, headers, body });
      return response.text();
    },
  };
}
