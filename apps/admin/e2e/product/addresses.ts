import { features } from "../../src/app/features.ts";

/** What stands in the place of a route's parameters; a route with others names them here. */
export type Fillings = Readonly<Record<string, string>>;

/**
 * An address of every route of the pages, from the features' own descriptors: a new route is visited
 * from its first day. Optional parameters are left out and put in.
 * @throws where a parameter has no filling
 */
export function addressesOf(fillings: Fillings): readonly string[] {
  const routes = features.flatMap((feature) => feature.routes);
  return routes.flatMap(({ path }) => {
    const filled = path.replaceAll(/:(\w+)(?:\([^)]*\))?\??/g, (_, name: string) => {
      const filling = fillings[name];
      if (filling === undefined) throw new Error(`Say in the tests what "${name}" of ${path} is`);
      return filling;
    });
    const bare = path.replace(/\/:\w+(?:\([^)]*\))?\?$/, "");
    return bare === path ? [filled] : [bare, filled];
  });
}
