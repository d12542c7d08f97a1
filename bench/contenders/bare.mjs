// The limit: node:http, node-pg and a statement written by hand; no GraphQL, no session.
import { createServer } from "node:http";

import { openPage } from "./page-rows.mjs";

export async function start(settings) {
  const readPage = openPage(settings);
  const server = createServer((request, response) => {
    request.resume().once("end", async () => {
      const body = JSON.stringify({ data: { cases: await readPage() } });
      response.writeHead(200, {
        "content-type": "application/json; charset=utf-8",
        "content-length": Buffer.byteLength(body),
      });
      response.end(body);
    });
  });
  server.listen(settings.port, "127.0.0.1");
}
