export { Integration } from "./persistence/integration.entity.ts";
export { IntegrationKey } from "./persistence/integration-key.entity.ts";
export { IntegrationActResolver } from "./graphql/integration-act.resolver.ts";
export { IntegrationKeyResolver } from "./graphql/integration-key.resolver.ts";
export { IntegrationResolver } from "./graphql/integration.resolver.ts";
export { type ApiKeyProblem, resolveClient } from "./use-cases/resolve-client.ts";
export { createIntegration } from "./use-cases/create-integration.ts";
