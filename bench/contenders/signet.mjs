// The product, composed as `npm start` composes it, on a database that is open already.
import { importBuilt } from "../places.mjs";

export async function start({ connection, owner, keyFile, port, cookie, poolSize }) {
  const { openOnDatabase } = await importBuilt("src/app/open-installation.js");
  const { createServer } = await importBuilt("src/app/create-server.js");
  const addresses = { owner, application: connection, applicationRole: connection.user };
  const installation = await openOnDatabase({ ...addresses, release: async () => {} }, keyFile, {
    poolSize,
  });
  const server = await createServer(installation, { logLevel: "error", trustProxy: false });
  await server.listen({ port, host: "127.0.0.1" });
  return { headers: { cookie } };
}
