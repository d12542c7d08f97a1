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
      // Which fields a type has is the documents' business: a field that was not read is missing,
      // never taken for null.
      const types = __schema.types.map((type) =>
        "fields" in type ? { ...type, fields: [] } : type,
      );
      return `export default ${JSON.stringify({ __schema: { ...__schema, types } })};`;
    },
  };
}
