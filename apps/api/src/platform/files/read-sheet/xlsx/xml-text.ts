const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** Text with the predefined and the numeric entities decoded; others stay as they stand. */
export function decodedEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/giu,
    (entity, hex, decimal, name) => {
      if (name !== undefined) return NAMED[name] ?? entity;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    },
  );
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold. */
export function decodedEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([\da-f]{4})_/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/**
 * An element's attributes by name, as written: `r:id` keeps its prefix. Ends at what is no attribute,
 * so that it takes no longer than the text is long.
 */
export function attributesOf(raw: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const next = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/uy;
  for (let found = next.exec(raw); found !== null; found = next.exec(raw)) {
    attributes.set(found[1] ?? "", decodedEntities(found[2] ?? found[3] ?? ""));
  }
  return attributes;
}
