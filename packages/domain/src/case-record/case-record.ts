import type { ApplicantKind, Channel, Delivery, PauseReason, RequestKind } from "../vocabulary.ts";

/** A pause as it was recorded, complete or not. */
export interface RecordedPause {
  readonly from: number | null;
  readonly to: number | null;
  readonly reason: PauseReason | null;
}

/** One service record, whatever its source. Instants in epoch milliseconds; null is "not given". */
export interface CaseRecord {
  readonly number: string | null;
  readonly requestKind: RequestKind | null;
  readonly applicantKind: ApplicantKind | null;
  readonly applicantName: string | null;
  readonly identityNumber: string | null;
  readonly channel: Channel | null;
  readonly arrivedAt?: number | null;
  readonly receivedAt: number | null;
  readonly completedAt?: number | null;
  readonly cancelledAt?: number | null;
  readonly delivery: Delivery | null;
  readonly mailedAt?: number | null;
  readonly pauses: readonly RecordedPause[];
  /** In whole fen. */
  readonly feeFen?: number | null;
}
