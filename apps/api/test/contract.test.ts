import { expect, it } from "vitest";

import { buildApiSchema, printApiSchema } from "../src/app/build-schema.ts";

it("serves the schema that is committed; `pnpm schema` writes it anew", async () => {
  await expect(printApiSchema(buildApiSchema())).toMatchFileSnapshot("../schema.graphql");
});
