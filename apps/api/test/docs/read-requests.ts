import { type FencedBlock, splitMarkdown } from "./markdown.ts";

/** A request as a guide shows it, with what the guide says comes back. */
export interface DocumentedRequest {
  readonly title: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: unknown;
  /** A part of `data`; null where the guide shows none. */
  readonly result: unknown;
  /** A part of `errors`; null where the request must have none. */
  readonly errors: unknown;
}

type Draft = { -readonly [Part in keyof DocumentedRequest]: DocumentedRequest[Part] };

/**
 * Reads a guide's requests: a `graphql` block, with an `http` block of headers before it and
 * `json variables`, `json result` and `json errors` blocks behind it where there are any.
 */
export function readRequests(markdown: string): readonly DocumentedRequest[] {
  const requests: Draft[] = [];
  let headers: Readonly<Record<string, string>> = {};
  for (const block of splitMarkdown(markdown).blocks) {
    const last = requests.at(-1);
    if (block.info === "http") headers = headersOf(block);
    else if (block.info === "graphql") {
      const name = /^\s*(?:query|mutation)\s+(\w+)/.exec(block.text)?.[1];
      if (!name) throw new Error(`A request under "${block.heading}" has no name`);
      const title = `${block.heading}: ${name}`;
      requests.push({
        title,
        query: block.text,
        headers,
        variables: {},
        result: null,
        errors: null,
      });
      headers = {};
    } else if (last && block.info === "json variables") last.variables = JSON.parse(block.text);
    else if (last && block.info === "json result") last.result = JSON.parse(block.text);
    else if (last && block.info === "json errors") last.errors = JSON.parse(block.text);
  }
  return requests;
}

const headersOf = ({ text }: FencedBlock): Record<string, string> =>
  Object.fromEntries(
    text.split("\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );

/** Values that a guide cannot know, by the `$name` it gives them. */
export type Captures = Map<string, unknown>;

const isName = (value: unknown): value is string =>
  typeof value === "string" && /^\$\w+$/.test(value);

/** Puts what was captured in the place of its name. */
export function fill(value: unknown, captures: Captures): unknown {
  if (isName(value)) {
    if (!captures.has(value)) throw new Error(`${value} was not shown in an answer before`);
    return captures.get(value);
  }
  if (Array.isArray(value)) return value.map((inner) => fill(inner, captures));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, fill(inner, captures)]),
  );
}

/**
 * Cuts an answer down to the part that a guide shows: the fields it names, of a list as many items,
 * and its own `$name` where it gives a value one, which is captured.
 */
export function shownPart(actual: unknown, shown: unknown, captures: Captures): unknown {
  if (isName(shown) && actual !== null && actual !== undefined) {
    if (captures.has(shown) && captures.get(shown) !== actual) return actual;
    captures.set(shown, actual);
    return shown;
  }
  if (Array.isArray(shown) && Array.isArray(actual))
    return actual
      .slice(0, shown.length)
      .map((item, index) => shownPart(item, shown[index], captures));
  if (isRecord(shown) && isRecord(actual))
    return Object.fromEntries(
      Object.keys(shown)
        .filter((key) => key in actual)
        .map((key) => [key, shownPart(actual[key], shown[key], captures)]),
    );
  return actual;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);
