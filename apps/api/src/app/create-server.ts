import { randomUUID } from "node:crypto";

import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import { fastify, type FastifyInstance, LogController } from "fastify";

import type { AccountsContext } from "../modules/accounts/index.ts";
import { type AuditContext, AuditVerification } from "../modules/audit/index.ts";
import { type CasesContext, type ImportContext, ImportWork } from "../modules/cases/index.ts";
import { hasSettledScorecard } from "../modules/scorecards/index.ts";
import { BackgroundWork } from "../platform/background/background-work.ts";
import { VainGuesses } from "../platform/budget/vain-guesses.ts";
import { UploadFolder } from "../platform/files/upload-folder.ts";
import {
  compiledExecution,
  formatError,
  hideSuggestions,
  outageStatus,
  refuseSubscriptions,
} from "../platform/graphql/index.ts";
import { ActFeed } from "../platform/live/act-feed.ts";
import { registerAdminPages } from "./admin-pages.ts";
import { buildApiSchema } from "./build-schema.ts";
import { contextFor } from "./create-context.ts";
import { createApiContext } from "./create-api-context.ts";
import { createBudgets } from "./budgets.ts";
import { registerCredentials } from "./credentials.ts";
import { registerDeadlines } from "./deadlines.ts";
import { registerDocumentGate } from "./document-gate.ts";
import { registerEvents } from "./events.ts";
import { registerForeignIds } from "./foreign-ids.ts";
import { registerForms } from "./forms.ts";
import { registerHealth } from "./health.ts";
import { registerHttpErrors } from "./http-errors.ts";
import { registerProviderSignIn } from "./provider-sign-in.ts";
import { registerImports } from "./imports.ts";
import { registerPublishedHeads } from "./published-heads.ts";
import type { Installation } from "./installation.ts";
import {
  IdentityProvider,
  type IdentityProviderSettings,
} from "../platform/identity/identity-provider.ts";
import { AbsentNames } from "../platform/identity/absent-names.ts";
import { AddressDelay } from "../platform/identity/address-delay.ts";
import { system } from "../platform/identity/caller.ts";
import { relyingPartyOf } from "./relying-party.ts";
import { placeOf } from "./place-of.ts";
import { ordinaryLimits, type ServerLimits } from "./server-limits.ts";
import { readTrustedDocuments, type TrustedDocuments } from "./trusted-documents.ts";

export interface ServerOptions {
  readonly logLevel: string;
  /** How many proxies of ours stand in front: the last so many words on the caller's address are taken. */
  readonly proxies: number;
  /** How people reach it; by this machine's own name where it is not said. */
  readonly publicUrl?: string | null;
  /** Where files lie that are being read; among the temporary files where it is not said. */
  readonly uploads?: string;
  /** The file of the audit chain's published heads; none is compared with where it is not said. */
  readonly auditHeads?: string;
  /** What sessions may ask; the pages' own operations where it is not said. */
  readonly documents?: TrustedDocuments;
  readonly limits?: Partial<ServerLimits>;
  /** By which people may sign in besides; none where it is not said. */
  readonly identityProvider?: Omit<IdentityProviderSettings, "onFailure">;
}

const largestBody = 256 * 1024;

/** The product's HTTP door: the API, and the three addresses by which others look after it. */
export async function createServer(
  installation: Installation,
  {
    logLevel,
    proxies,
    publicUrl = null,
    uploads,
    auditHeads,
    documents = readTrustedDocuments(null),
    limits: given,
    identityProvider: provider,
  }: ServerOptions,
): Promise<FastifyInstance> {
  const server = fastify({
    logger: { level: logLevel, redact: ["req.headers.cookie", "req.headers.authorization"] },
    // An id from outside would let a caller write into our log what it likes.
    genReqId: () => randomUUID(),
    bodyLimit: largestBody,
    // A file over a slow line takes its time; its headings do not.
    requestTimeout: 180_000,
    http: { headersTimeout: 30_000 },
    // By count: an address that a caller has written into the header itself stands before ours.
    trustProxy: proxies > 0 && ((_address, hop) => hop < proxies),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: "idle",
  });
  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      useDefaults: false,
    },
  });
  await server.register(cookie);
  server.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
  registerHttpErrors(server);
  registerHealth(server, installation);
  const limits = { ...ordinaryLimits, ...given };
  const schema = buildApiSchema();
  await registerDeadlines(server, installation, limits);
  registerCredentials(server, installation);
  registerForeignIds(server, installation);
  const charge = createBudgets(limits.budget, installation.clock);
  registerDocumentGate(server, schema, documents, charge);
  const identityProvider = provider
    ? new IdentityProvider({
        ...provider,
        onFailure: (failure) => server.log.warn(failure, "identity provider failed"),
      })
    : null;
  registerProviderSignIn(server, installation, identityProvider, charge);
  registerForms(server, installation, charge);
  registerPublishedHeads(server, auditHeads ?? null, charge);
  await registerAdminPages(server);
  const feed = new ActFeed(installation.connection);
  await feed.open();
  registerEvents(server, installation, feed, limits.streams);
  const background = new BackgroundWork({
    atOnce: 2,
    onFailure: (work, error) => server.log.error({ work, ...placeOf(error) }, "work failed"),
  });
  const imports = new ImportWork(background, hasSettledScorecard);
  const verification = new AuditVerification(background, auditHeads ?? null);
  const folder = await UploadFolder.open(uploads ?? null);
  await registerImports(server, installation, imports, folder, limits.uploads);
  await imports.resume(contextFor(installation, system, "start"));

  const addressDelay = new AddressDelay();
  const absentNames = new AbsentNames();
  const identityGuesses = new VainGuesses(limits.identityGuesses);
  const { secondFactor } = installation;
  const apollo = new ApolloServer<CasesContext & ImportContext & AuditContext & AccountsContext>({
    gateway: compiledExecution(schema),
    // Who may look at the schema is decided at the gate.
    introspection: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: formatError((incident, error) =>
      server.log.error({ incident, ...placeOf(error) }, "request failed"),
    ),
    plugins: [
      refuseSubscriptions,
      hideSuggestions,
      outageStatus,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  server.route({
    url: "/graphql",
    method: ["GET", "POST"],
    config: { asksWho: true },
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) =>
        Object.assign(createApiContext(installation, request, reply), {
          imports,
          verification,
          identityGuesses,
          addressDelay,
          absentNames,
          secondFactor,
          identityProvider,
          relyingParty: relyingPartyOf(publicUrl, request),
        }),
    }),
  });
  // Once what is under way is answered: Fastify takes nothing new and waits for it by itself.
  server.addHook("onClose", async () => {
    await Promise.all([apollo.stop(), feed.close(), background.close()]);
    await folder.close();
  });
  return server;
}
