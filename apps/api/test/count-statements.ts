import pg from "pg";

/** What this process asks beside any work: it tells the scope, looks for keys, and watches the database. */
const beside = /signet\.vendors|from data_key order|^select 1$/;

/** Counts the statements that some work sends, but for those that `left` names. */
export async function countStatements<T>(
  work: () => Promise<T>,
  left: RegExp = beside,
): Promise<[T, readonly string[]]> {
  const statements: string[] = [];
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function counted(this: pg.Client, ...parameters: unknown[]) {
    const [first] = parameters as [string | { text?: string } | undefined];
    const text = typeof first === "string" ? first : (first?.text ?? "a cursor");
    if (!left.test(text)) statements.push(text);
    return Reflect.apply(query, this, parameters) as never;
  } as typeof query;
  try {
    return [await work(), statements];
  } finally {
    pg.Client.prototype.query = query;
  }
}
