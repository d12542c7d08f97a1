// The product, composed as `npm start` composes it, on a database that is open already.
import { openProduct } from "../database/open-product.mjs";
import { boardDocument, hashOf, pageDocument } from "../page.mjs";
import { importBuilt } from "../places.mjs";

export async function start({ connection, owner, keyFile, port, cookie, poolSize }) {
  const { createServer } = await importBuilt("src/app/create-server.js");
  const installation = await openProduct({ owner, application: connection }, keyFile, poolSize);
  // As pages ask: by the hash of what was fixed before the start.
  const known = [pageDocument, boardDocument].map((text) => [hashOf(text), text]);
  const server = await createServer(installation, {
    logLevel: "error",
    trustProxy: false,
    documents: new Map(known),
  });
  await server.listen({ port, host: "127.0.0.1" });
  return { headers: { cookie }, byHash: true };
}
