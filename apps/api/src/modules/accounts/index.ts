export { Session } from "./persistence/session.entity.ts";
export { UserAccount } from "./persistence/user-account.entity.ts";
export { accountNameLoader } from "./graphql/account-name.loader.ts";
export { sessionToken } from "./graphql/session-cookie.ts";
export { SignInResolver } from "./graphql/sign-in.resolver.ts";
export { ViewerResolver } from "./graphql/viewer.resolver.ts";
export { expireSessions } from "./use-cases/expire-sessions.ts";
export { resolveCaller } from "./use-cases/resolve-caller.ts";
