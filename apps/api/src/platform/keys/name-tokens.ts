import { createHmac } from "node:crypto";

/** Enough for the characters and pairs of a hall's names; more only costs time. */
const mostKept = 50_000;

/** Text as it is compared in a search: width and case make no difference. */
export const comparable = (text: string): string => text.normalize("NFKC").toLowerCase();

/**
 * Keyed tokens of the characters and neighbouring pairs of a text: they find a part of it without
 * showing it. Equal pairs have equal tokens, so how often a pair occurs is not hidden.
 */
export class NameTokens {
  readonly #key: Buffer;
  readonly #kept = new Map<string, number>();

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** All tokens of a name, to be stored beside it. */
  of(name: string): number[] {
    const characters = [...comparable(name)];
    const grams = new Set([...characters, ...pairsOf(characters)]);
    return [...new Set([...grams].map((gram) => this.#token(gram)))].toSorted((a, b) => a - b);
  }

  /** The tokens that every name has in which this text is found; others may have them too. */
  within(text: string): number[] {
    const characters = [...comparable(text)];
    const grams = characters.length === 1 ? characters : pairsOf(characters);
    return [...new Set(grams.map((gram) => this.#token(gram)))];
  }

  #token(gram: string): number {
    const kept = this.#kept.get(gram);
    if (kept !== undefined) return kept;
    const token = createHmac("sha256", this.#key).update(gram).digest().readInt32BE(0);
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(gram, token);
    return token;
  }
}

const pairsOf = (characters: readonly string[]): string[] =>
  characters.slice(1).map((character, index) => `${characters[index]}${character}`);
