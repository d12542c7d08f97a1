import { buildSchema, graphql, type GraphQLResolveInfo } from "graphql";
import { describe, expect, it } from "vitest";

import { requestedFields } from "./selection.ts";

const schema = buildSchema(`
  type Query { cases: Connection }
  type Connection { edges: [Edge!]!, totalCount: Int }
  type Edge { node: Case, cursor: String }
  type Case { id: ID, number: String, vendor: Vendor }
  type Vendor { id: ID, name: String }
`);

async function asked(source: string, path: readonly string[]): Promise<string[]> {
  let names: ReadonlySet<string> = new Set();
  const cases = (_arguments: unknown, _context: unknown, info: GraphQLResolveInfo): null => {
    names = requestedFields(info, path);
    return null;
  };
  const { errors } = await graphql({ schema, source, rootValue: { cases } });
  expect(errors).toBeUndefined();
  return [...names].toSorted();
}

describe("the fields that a document asks for", () => {
  it("are those below a path, and none of the levels beneath", async () => {
    const document = "{ cases { totalCount edges { cursor node { number vendor { name } } } } }";
    expect(await asked(document, [])).toEqual(["edges", "totalCount"]);
    expect(await asked(document, ["edges", "node"])).toEqual(["number", "vendor"]);
  });

  it("go by their own names where the document renames them", async () => {
    expect(
      await asked("{ a: cases { b: edges { c: node { d: number } } } }", ["edges", "node"]),
    ).toEqual(["number"]);
  });

  it("are gathered from fragments, inline and named, inside one another", async () => {
    const document = `
      query { cases { ...page } }
      fragment page on Connection { edges { ... on Edge { node { ...one ... { id } } } } }
      fragment one on Case { number }`;
    expect(await asked(document, ["edges", "node"])).toEqual(["id", "number"]);
  });

  it("are gathered from every mention of a field", async () => {
    const document =
      "{ cases { edges { node { id } } edges { node { number } } } cases { totalCount } }";
    expect(await asked(document, ["edges", "node"])).toEqual(["id", "number"]);
    expect(await asked(document, [])).toEqual(["edges", "totalCount"]);
  });

  it("are none where the path is not asked for", async () => {
    expect(await asked("{ cases { totalCount } }", ["edges", "node"])).toEqual([]);
  });
});
