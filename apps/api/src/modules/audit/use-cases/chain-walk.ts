import type { HeadRow, StoredEntry } from "../persistence/audit-chain.view.ts";
import type { PublishedHeads } from "../persistence/head-lines.ts";
import { ChainFault } from "./chain-fault.ts";
import { chainBeginning, faultOfLink, type HashUnder, type SoundLink } from "./check-link.ts";

/** The first place at which a chain is not what it should be. */
export interface BrokenLink {
  readonly sequence: number;
  readonly fault: ChainFault;
}

/** What a chain came to. */
export interface ChainVerdict {
  readonly sound: boolean;
  /** Sound links from the first entry on. */
  readonly links: number;
  readonly broken: BrokenLink | null;
  /** The newest published head that a sound link agrees with. */
  readonly anchor: { readonly sequence: number; readonly at: string } | null;
  /** Sound links that no published head vouches for yet: their end could be cut off unnoticed. */
  readonly younger: number;
  /** Published heads that were compared. */
  readonly heads: number;
}

/** Walks a chain link by link and remembers only where it stands. Knows nothing of where it is read. */
export class ChainWalk {
  readonly #heads: PublishedHeads;
  readonly #hashUnder: HashUnder;
  #last: SoundLink = chainBeginning;
  #compared = 0;
  #broken: BrokenLink | null = null;

  constructor(heads: PublishedHeads, hashUnder: HashUnder) {
    this.#heads = heads;
    this.#hashUnder = hashUnder;
  }

  get links(): number {
    return this.#last.sequence;
  }

  /** Takes the next entry; false where the chain is broken at it. */
  take(entry: StoredEntry): boolean {
    const fault = faultOfLink(entry, this.#last, this.#hashUnder) ?? this.#faultOfPublished(entry);
    if (fault) {
      this.#break(fault);
      return false;
    }
    this.#last = { sequence: this.#last.sequence + 1, hash: entry.hash.toString("hex") };
    return true;
  }

  /** Ends after the last entry, with the head that the database names. */
  end(head: HeadRow | null): ChainVerdict {
    const { sequence, hash } = this.#last;
    if (!this.#broken) {
      if (this.#heads.heads[this.#compared]) this.#break(ChainFault.CUT_OFF);
      else if (head?.sequence !== String(sequence) || head.hash.toString("hex") !== hash)
        this.#break(ChainFault.HEAD);
      else if (this.#heads.brokenLine !== null) this.#break(ChainFault.HEADS_FILE);
    }
    const anchor = this.#heads.heads[this.#compared - 1] ?? null;
    return {
      sound: this.#broken === null,
      links: sequence,
      broken: this.#broken,
      anchor: anchor && { sequence: anchor.sequence, at: anchor.at },
      younger: sequence - (anchor?.sequence ?? 0),
      heads: this.#compared,
    };
  }

  /** An entry at which heads were published must be the one that was published. */
  #faultOfPublished({ hash }: StoredEntry): ChainFault | null {
    const sequence = this.#last.sequence + 1;
    for (;;) {
      const published = this.#heads.heads[this.#compared];
      if (!published || published.sequence > sequence) return null;
      if (published.hash !== hash.toString("hex")) return ChainFault.PUBLISHED_HEAD;
      this.#compared += 1;
    }
  }

  #break(fault: ChainFault): void {
    this.#broken = { sequence: this.#last.sequence + 1, fault };
  }
}
