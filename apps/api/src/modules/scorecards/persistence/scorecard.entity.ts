import { defineEntity, type Opt, p } from "@mikro-orm/core";
import {
  fitsScorecard,
  type RowNumber,
  type RowValue,
  ScorecardAct,
  type ScorecardFacts,
  ScorecardState,
} from "@signet/domain";

import { PolicyVersion } from "../../calendar/index.ts";
import { Vendor } from "../../vendors/index.ts";

/** One row as proposed: the answer, what it rests on, and the words of its cell. */
export interface StoredRow {
  readonly row: RowNumber;
  readonly value: RowValue;
  readonly favourable: boolean | null;
  readonly facts: ScorecardFacts[RowNumber] | null;
  readonly text: string;
  readonly answer: string;
}

const schema = defineEntity({
  name: "Scorecard",
  tableName: "scorecard",
  properties: {
    id: p.uuid().primary(),
    vendorId: () => p.manyToOne(Vendor).mapToPk().fieldName("vendor_id"),
    quarter: p.character().length(6),
    /** Grows when a published form is corrected by memo; the old one stays. */
    revision: p.integer(),
    state: p.string().length(16).$type<ScorecardState>(),
    policyVersionId: () => p.manyToOne(PolicyVersion).mapToPk().fieldName("policy_version_id"),
    rows: p.json().$type<readonly StoredRow[]>(),
    proposedAt: p.datetime(3),
    sentAt: p.datetime(3).strictNullable(),
    frozenAt: p.datetime(3).strictNullable(),
    /** SHA-256 of the rows and their reviews as they were frozen. */
    contentHash: p.character().length(64).strictNullable(),
    /** When it was last reviewed, sent or frozen. */
    touchedAt: p.datetime(3).strictNullable(),
    version: p.integer().version(),
  },
  uniques: [{ properties: ["vendorId", "quarter", "revision"] }],
  indexes: [{ properties: ["quarter"] }],
});

/** The annex's form for one vendor and quarter (clause 7.1). */
export class Scorecard extends schema.class {
  /** Evidence may still change what it says; once review has begun, it may not. */
  get isOpenToProposal(): Opt<boolean> {
    return fitsScorecard(ScorecardAct.PROPOSE, this.state);
  }

  get isDraft(): Opt<boolean> {
    const settled: readonly ScorecardState[] = [
      ScorecardState.FROZEN,
      ScorecardState.PUBLISHED,
      ScorecardState.CORRECTED,
    ];
    return !settled.includes(this.state);
  }
}
schema.setClass(Scorecard);
