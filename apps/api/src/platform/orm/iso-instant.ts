/** PostgreSQL's text of a timestamptz in UTC as ISO 8601, without the detour over a Date. */
export function isoInstant(text: string): string;
export function isoInstant(text: string | null): string | null;
export function isoInstant(text: string | null): string | null {
  if (text === null) return null;
  const instant = `${text.slice(0, 10)}T${text.slice(11, text.length - 3)}`;
  if (instant.length === 19) return `${instant}.000Z`;
  return `${instant.padEnd(23, "0")}Z`;
}
