// Apollo Server over MikroORM entities, as the two projects' guides put them together.
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { defineEntity, MikroORM, p, UnderscoreNamingStrategy } from "@mikro-orm/postgresql";
import { GraphQLScalarType } from "graphql";

import { cursorOf, pageSchema } from "../page.mjs";

const vendor = defineEntity({
  name: "Vendor",
  properties: {
    id: p.uuid().primary(),
    code: p.string(),
    name: p.string(),
    printedName: p.string(),
    joinedOn: p.date(),
    leftOn: p.date().nullable(),
  },
});
class Vendor extends vendor.class {}
vendor.setClass(Vendor);

const serviceCase = defineEntity({
  name: "ServiceCase",
  properties: {
    id: p.uuid().primary(),
    vendor: () => p.manyToOne(Vendor),
    number: p.string(),
    applicantName: p.string(),
    identityMasked: p.string(),
    requestKind: p.string(),
    channel: p.string(),
    receivedAt: p.datetime(),
    completedAt: p.datetime().nullable(),
    clockState: p.string(),
    breachesAt: p.datetime().nullable(),
    elapsedMs: p.bigint("number").nullable(),
  },
});
class ServiceCase extends serviceCase.class {}
serviceCase.setClass(ServiceCase);

const isOpen = ({ clockState }) => clockState === "RUNNING" || clockState === "PAUSED";

const resolvers = {
  DateTime: new GraphQLScalarType({ name: "DateTime", serialize: (date) => date.toISOString() }),
  Query: {
    cases: async (_root, { first }, { em, vendorId }) => {
      const found = await em.find(
        ServiceCase,
        { vendor: vendorId },
        { populate: ["vendor"], orderBy: { receivedAt: "desc", id: "desc" }, limit: first + 1 },
      );
      const cases = found.slice(0, first);
      return {
        edges: cases.map((node) => ({ node })),
        pageInfo: { hasNextPage: found.length > first, endCursor: cursorOf(cases.at(-1)) },
      };
    },
  },
  Case: {
    identityNumber: ({ identityMasked }) => identityMasked,
    state: (found) =>
      isOpen(found) && found.breachesAt <= new Date() ? "BREACHED" : found.clockState,
  },
};

export async function start({ owner, port, vendorId, poolSize }) {
  const { host, port: databasePort, user, password, database: dbName } = owner;
  const orm = await MikroORM.init({
    entities: [Vendor, ServiceCase],
    host,
    port: databasePort,
    user,
    password,
    dbName,
    namingStrategy: UnderscoreNamingStrategy,
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 300_000 },
  });
  const server = new ApolloServer({ typeDefs: pageSchema, resolvers });
  await startStandaloneServer(server, {
    listen: { port, host: "127.0.0.1" },
    context: async () => ({ em: orm.em.fork(), vendorId }),
  });
}
