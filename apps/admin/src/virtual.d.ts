declare module "virtual:signet-schema" {
  import type { CacheExchangeOpts } from "@urql/exchange-graphcache";

  const schema: NonNullable<CacheExchangeOpts["schema"]>;
  export default schema;
}
