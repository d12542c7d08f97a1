/** The same function, which knows its last answer: for texts that are mostly the same as before. */
export function rememberLast<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly answer: T } | null = null;
  return (text) => {
    if (last === null || text !== last.text) last = { text, answer: read(text) };
    return last.answer;
  };
}

/** What is kept under a key; made where nothing is yet. */
export function remembered<Key, Value>(
  kept: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  let value = kept.get(key);
  if (value === undefined) kept.set(key, (value = make()));
  return value;
}

/** A map for `remembered` that keeps a bounded number of answers: when it is full it begins anew. */
export function boundedMap<Key, Value>(
  most: number,
): {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
} {
  const kept = new Map<Key, Value>();
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      if (kept.size === most) kept.clear();
      kept.set(key, value);
    },
  };
}
