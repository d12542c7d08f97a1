import { type DocumentNode, print, stripIgnoredCharacters } from "graphql";
import type { Plugin } from "vite";

const made = "/src/graphql/graphql.ts";
/** One document a line, as the code generator writes it: plain JSON between name and type. */
const documents = /^(export const \w+Document = )(\{.*\})( as unknown as DocumentNode<.*)$/gm;

/**
 * Documents travel as text and are read once where they arrive: as trees they weigh three times as
 * much, compressed, and all of them are there before the first page stands.
 */
export function compactDocuments(): Plugin {
  return {
    name: "signet-compact-documents",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith(made)) return null;
      const compact = code.replaceAll(
        documents,
        (_line, name: string, tree: string, type: string) => {
          const { __meta__, ...document } = JSON.parse(tree) as DocumentNode & { __meta__: object };
          const text = JSON.stringify(stripIgnoredCharacters(print(document)));
          return `${name}/* @__PURE__ */ read(${text}, ${JSON.stringify(__meta__)})${type}`;
        },
      );
      if (compact === code) throw new Error(`No document was found in ${made}`);
      return { code: `${head}${compact}`, map: null };
    },
  };
}

const head = `import { parse } from "@0no-co/graphql.web";
const read = (text: string, __meta__: object) =>
  ({ ...parse(text, { noLocation: true }), __meta__ });
`;
