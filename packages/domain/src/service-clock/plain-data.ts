/** What an assessment says as plain data, worked out: all of it but the parts it keeps to itself. */
export function plainData(clock: object, without: readonly string[]): Record<string, unknown> {
  const values = clock as Readonly<Record<string, unknown>>;
  const names = [
    ...Object.keys(clock),
    ...Object.getOwnPropertyNames(Object.getPrototypeOf(clock)),
  ];
  const data: Record<string, unknown> = {};
  for (const name of names) {
    if (!without.includes(name) && typeof values[name] !== "function") data[name] = values[name];
  }
  return data;
}
