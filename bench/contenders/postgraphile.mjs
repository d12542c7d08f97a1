// PostGraphile on the product's own tables. It gives a case's stored state, where the others compute it
// as of now: a little less to do.
import { createServer } from "node:http";

import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

import { pageSize } from "../page.mjs";

const documentFor = (vendorId) => `query Page {
  cases: allServiceCases(
    first: ${pageSize} condition: { vendorId: "${vendorId}" } orderBy: [RECEIVED_AT_DESC, ROW_ID_DESC]
  ) {
    pageInfo { hasNextPage endCursor }
    edges { node {
      id: rowId number applicantName identityNumber: identityMasked requestKind channel
      state: clockState receivedAt completedAt elapsedMs
      vendor: vendorByVendorId { id: rowId name }
    } }
  }
}`;

export async function start({ owner, port, vendorId, poolSize }) {
  const { host, port: databasePort, user, password, database } = owner;
  const connectionString = `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${databasePort}/${database}`;
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    pgServices: [
      makePgService({
        connectionString,
        schemas: ["public"],
        poolConfig: { max: poolSize, idleTimeoutMillis: 300_000 },
      }),
    ],
    grafserv: { graphqlPath: "/graphql", watch: false, graphiql: false },
    grafast: { explain: false },
  });
  const served = instance.createServ(grafserv);
  const server = createServer();
  await served.addTo(server);
  server.listen(port, "127.0.0.1");
  return { document: documentFor(vendorId) };
}
