declare module "virtual:signet-schema" {
  import type { CacheExchangeOpts } from "@urql/exchange-graphcache";

  const schema: NonNullable<CacheExchangeOpts["schema"]>;
  export default schema;
  /** The types that have no id of their own. */
  export const embedded: readonly string[];
}
