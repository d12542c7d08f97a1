import { expect, it } from "vitest";

import { migrations } from "../migrations/index.ts";
import { entities } from "../src/app/entities.ts";
import { openOrm } from "../src/platform/orm/index.ts";
import { inject } from "vitest";

it("leaves no difference between what migrations build and what entities declare", async () => {
  const { owner } = inject("postgres");
  const orm = await openOrm({ entities, migrations, connection: owner, poolSize: 1 });
  const difference = await orm.schema
    .getUpdateSchemaSQL({ wrap: false })
    .finally(() => orm.close());
  expect(difference.trim()).toBe("");
});
