import { readFileSync } from "node:fs";
import { join } from "node:path";

import { minifyIntrospectionQuery } from "@urql/introspection";
import { buildSchema, introspectionFromSchema } from "graphql";
import type { Plugin } from "vite";

const name = "virtual:signet-schema";

/** The contract as data, so that the cache knows which types are problems and what a union holds. */
export function schemaModule(): Plugin {
  return {
    name,
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load(id) {
      if (id !== `\0${name}`) return null;
      const contract = join(import.meta.dirname, "../api/schema.graphql");
      this.addWatchFile(contract);
      const schema = buildSchema(readFileSync(contract, "utf8"));
      const { __schema } = minifyIntrospectionQuery(introspectionFromSchema(schema));
      const { types: all, ...roots } = __schema;
      const of = (kind: string) => all.filter((type) => type.kind === kind);
      const namesOf = (types: readonly { readonly name: string }[] = []): string =>
        types.map((type) => type.name).join(" ");
      const named = [...of("UNION"), ...of("INTERFACE"), ...of("OBJECT")].map((type) => [
        type.kind[0],
        type.name,
        namesOf("possibleTypes" in type ? type.possibleTypes : []),
        namesOf("interfaces" in type ? type.interfaces : []),
      ]);
      const others = all.filter(({ kind }) => !["UNION", "INTERFACE", "OBJECT"].includes(kind));
      return `${unfold}
export default unfold(${JSON.stringify(roots)}, ${JSON.stringify(others)}, ${JSON.stringify(named.map((one) => one.join(":")).join(","))});`;
    },
  };
}

/**
 * The contract travels as names and is made into types where it arrives. Which fields a type has is
 * the documents' business: a field that was not read is missing, never taken for null.
 */
const unfold = `const kinds = { U: "UNION", I: "INTERFACE", O: "OBJECT" };
const refs = (kind, names) => (names ? names.split(" ").map((name) => ({ kind, name })) : []);
const unfold = (roots, others, named) => ({
  __schema: {
    ...roots,
    types: others.concat(
      named.split(",").map((one) => {
        const [kind, name, possible, interfaces] = one.split(":");
        return {
          kind: kinds[kind],
          name,
          fields: [],
          interfaces: refs("INTERFACE", interfaces),
          possibleTypes: refs("OBJECT", possible),
        };
      }),
    ),
  },
});`;
