import type { ApplicantKind, Channel, Delivery, PauseReason, RequestKind } from "@signet/domain";

/** One service record as it came in, in the product's terms; instants in epoch milliseconds, money in fen. */
export interface ImportedRecord {
  readonly number: string;
  readonly vendorId: string;
  readonly requestKind: RequestKind;
  readonly applicantKind: ApplicantKind;
  readonly applicantName: string;
  readonly identityNumber: string;
  readonly handler: string | null;
  readonly channel: Channel;
  readonly delivery: Delivery;
  readonly arrivedAt: number | null;
  readonly receivedAt: number;
  readonly completedAt: number | null;
  readonly mailedAt: number | null;
  readonly trackingNumber: string | null;
  readonly pauses: readonly {
    readonly from: number;
    readonly to: number | null;
    readonly reason: PauseReason;
  }[];
  readonly feeFen: number | null;
  readonly note: string | null;
}
