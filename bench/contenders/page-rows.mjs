// The hand-written statement with node-pg, for the contenders that send it themselves: prepared once a
// connection, instants as ISO 8601 text without a detour over Date.
import pg from "pg";

import { cursorOf, pageSize, pageStatement } from "../page.mjs";

const { builtins } = pg.types;
pg.types.setTypeParser(builtins.TIMESTAMPTZ, (text) => {
  const instant = `${text.slice(0, 10)}T${text.slice(11, -3)}`;
  return instant.length === 19 ? `${instant}.000Z` : `${instant.padEnd(23, "0")}Z`;
});
pg.types.setTypeParser(builtins.INT8, Number);

export function openPage({ owner, vendorId, poolSize }) {
  const pool = new pg.Pool({
    ...owner,
    max: poolSize,
    idleTimeoutMillis: 300_000,
    options: "-c TimeZone=UTC",
  });
  const statement = { name: "page", text: pageStatement };
  /** The page in the shape that the document asks for. */
  return async function readPage() {
    const { rows } = await pool.query({ ...statement, values: [vendorId, new Date()] });
    const hasNextPage = rows.length > pageSize;
    if (hasNextPage) rows.pop();
    const edges = rows.map(({ vendorId: id, vendorName: name, ...row }) => ({
      node: { ...row, vendor: { id, name } },
    }));
    return { edges, pageInfo: { hasNextPage, endCursor: cursorOf(rows.at(-1)) } };
  };
}
