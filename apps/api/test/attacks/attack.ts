import type { Answer, Sent } from "./send.ts";

/** What an attacker has found out or stolen before they begin. */
export interface World {
  readonly address: string;
  /** Cookies of sessions, by what their holders are. */
  readonly cookies: Readonly<Record<"admin" | "evaluator" | "nmg" | "xs" | "banner", string>>;
  /** Keys of machines of 152502 with every scope; enough that no budget is spent by one. */
  readonly keys: readonly string[];
  /** A key with READ_SCORECARDS alone, and one that was revoked. */
  readonly narrowKey: string;
  readonly revokedKey: string;
  /** Sends a document as a page does: by its hash. */
  byHash(document: string, variables?: object): string;
  /** Cases of vendor XS and of other regions than 152502. */
  readonly foreignCases: readonly { id: string; number: string; vendorId: string }[];
  readonly foreignIdentityNumbers: readonly string[];
  /** Accounts and the password that opens them. */
  readonly usernames: readonly string[];
  readonly password: string;
}

/** Chances that come again for the same seed. */
export interface Dice {
  int(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  text(length: number): string;
  hex(length: number): string;
}

/** One way to attack, in as many variants as are asked for. */
export interface Attack {
  readonly name: string;
  /** Which of the product's promises it tries. */
  readonly guarantee: string;
  variant(dice: Dice, world: World): Sent | readonly Sent[];
  /** Whether the answers are those of a server that held; anything else is counted as let in. */
  held(answers: readonly Answer[], world: World): boolean;
}

/** Numbers between 0 and 1 that come again for the same seed (mulberry32). */
function seededRandom(start: number): () => number {
  let seed = start >>> 0;
  return () => {
    seed = (seed + 0x6d2b79f5) >>> 0;
    let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function diceOf(seed: number): Dice {
  const random = seededRandom(seed);
  const int = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const from = (letters: string, length: number): string =>
    Array.from({ length }, () => letters[int(0, letters.length - 1)]).join("");
  return {
    int,
    pick: (list) => list[int(0, list.length - 1)] as never,
    text: (length) => from("abcdefghijklmnopqrstuvwxyz", length),
    hex: (length) => from("0123456789abcdef", length),
  };
}

/** Refused by the caller's fault, with one of the codes. */
export const refused =
  (...codes: readonly string[]) =>
  (answers: readonly Answer[]): boolean =>
    answers.every(
      ({ status, code }) => status >= 400 && status < 500 && codes.includes(code ?? ""),
    );

/** Answered, in GraphQL, with an error of one of the codes and no data. */
export const faulted =
  (...codes: readonly string[]) =>
  (answers: readonly Answer[]): boolean =>
    answers.every(
      ({ status, code, data }) => status < 500 && codes.includes(code ?? "") && !holdsData(data),
    );

/** Whether an answer's data hold anything at all. */
const holdsData = (data: unknown): boolean =>
  data !== null &&
  data !== undefined &&
  (typeof data !== "object" || Object.values(data).some((value) => value !== null));
