import type { Pool } from "pg";

import { noteWrite } from "./act.ts";

/**
 * Lets no statement write outside an act, and tells the act of each that does: entities are heard when
 * they are flushed, and this is how bulk SQL is.
 */
export function guardWrites(pool: Pool): void {
  pool.on("connect", (client) => {
    const send = client.query.bind(client) as (...parameters: unknown[]) => unknown;
    client.query = (...parameters: unknown[]) => {
      const write = writeOf(textOf(parameters[0]));
      if (!write) return send(...parameters) as never;
      const tell = noteWrite(write.verb, write.table);
      const answer = send(...parameters);
      return (
        answer instanceof Promise
          ? answer.then((result: { rowCount: number | null }) => {
              tell(result.rowCount ?? 0);
              return result;
            })
          : answer
      ) as never;
    };
  });
}

const textOf = (query: unknown): string =>
  typeof query === "string" ? query : String((query as { text?: unknown } | null)?.text ?? "");

const table = String.raw`\s+(?:only\s+)?(?:"?public"?\.)?"?(\w+)`;
const plain = new RegExp(
  String.raw`^\s*(insert\s+into|update|delete\s+from|merge\s+into|truncate)${table}`,
  "i",
);
/** A common table expression may write as well; `for update` takes a lock and writes nothing. */
const nested = new RegExp(
  String.raw`\b(?<!\bfor\s+(?:no\s+key\s+)?)(insert\s+into|update|delete\s+from|merge\s+into)${table}`,
  "i",
);

/** What a statement writes to; null where it only reads. */
function writeOf(statement: string): { readonly verb: string; readonly table: string } | null {
  const found = plain.exec(statement) ?? (/^\s*with\b/i.test(statement) && nested.exec(statement));
  if (!found) return null;
  const [, verb = "", name = ""] = found;
  return { verb: verb.split(/\s/)[0]!.toLowerCase(), table: name };
}
