import { canonicalJson } from "../../../platform/orm/index.ts";
import type { StoredEntry } from "../persistence/audit-chain.view.ts";
import { ChainFault } from "./chain-fault.ts";

/** A link that was found sound; what the next one has to continue. */
export interface SoundLink {
  readonly sequence: number;
  readonly hash: string;
}

/** What the first entry continues. */
export const chainBeginning: SoundLink = { sequence: 0, hash: "0".repeat(64) };

/** The keyed hash of a body under what an entry names; the vault knows it. */
export type HashUnder = (
  body: string,
  under: { readonly algorithm: string; readonly keyId: string },
) => Buffer | "UNKNOWN_ALGORITHM" | "UNKNOWN_KEY";

interface Said {
  readonly act: string;
  readonly actor: { readonly id: string; readonly kind: string };
  readonly at: string;
  readonly previous: string;
  readonly request: string;
  readonly sequence: number;
  readonly subject: { readonly type: string; readonly id: string } | null;
}

/** What is wrong with an entry as the next link after `before`; null where nothing is. */
export function faultOfLink(
  entry: StoredEntry,
  before: SoundLink,
  hashUnder: HashUnder,
): ChainFault | null {
  const sequence = before.sequence + 1;
  if (entry.sequence !== String(sequence)) return ChainFault.SEQUENCE;
  const said = readBody(entry.body);
  if (!said) return ChainFault.BODY;
  const expected = hashUnder(entry.body, entry);
  if (expected === "UNKNOWN_ALGORITHM") return ChainFault.ALGORITHM;
  if (expected === "UNKNOWN_KEY") return ChainFault.KEY;
  if (!expected.equals(entry.hash)) return ChainFault.HASH;
  if (said.sequence !== sequence || said.previous !== before.hash) return ChainFault.PREVIOUS;
  return columnsAgree(entry, said) ? null : ChainFault.COLUMN;
}

/** Null where the body is not canonical JSON, or does not say what every entry says. */
function readBody(body: string): Said | null {
  try {
    const said = JSON.parse(body) as Said;
    return canonicalJson(said) === body && typeof said.actor === "object" ? said : null;
  } catch {
    return null;
  }
}

/** Lists and searches read the columns: they must not say other than what was hashed. */
function columnsAgree(entry: StoredEntry, { actor, at, act, subject, request }: Said): boolean {
  return (
    entry.occurredAt === at &&
    entry.actorKind === actor.kind &&
    entry.actorId === actor.id &&
    entry.act === act &&
    entry.subjectType === (subject?.type ?? null) &&
    entry.subjectId === (subject?.id ?? null) &&
    entry.requestId === request
  );
}
