/** Keeps a value under its key as the newest of at most so many: the one kept longest ago goes. */
export function keepNewest<Key, Value>(
  kept: Map<Key, Value>,
  key: Key,
  value: Value,
  most: number,
): void {
  // Entered anew, so that the map stands in the order in which its keys were last kept.
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
