export { regionLoader } from "./graphql/region.loader.ts";
export { RegionResolver } from "./graphql/region.resolver.ts";
export { RegionType } from "./graphql/region.type.ts";
export { Region } from "./persistence/region.entity.ts";
