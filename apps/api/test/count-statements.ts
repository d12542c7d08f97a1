import pg from "pg";

/** Counts the statements that pools of this process send while some work runs, but for telling the scope and looking for keys. */
export async function countStatements<T>(work: () => Promise<T>): Promise<[T, readonly string[]]> {
  const statements: string[] = [];
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function counted(this: pg.Client, ...parameters: unknown[]) {
    const [first] = parameters as [string | { text?: string } | undefined];
    const text = typeof first === "string" ? first : (first?.text ?? "a cursor");
    if (!/signet\.vendors|data_key/.test(text)) statements.push(text);
    return Reflect.apply(query, this, parameters) as never;
  } as typeof query;
  try {
    return [await work(), statements];
  } finally {
    pg.Client.prototype.query = query;
  }
}
