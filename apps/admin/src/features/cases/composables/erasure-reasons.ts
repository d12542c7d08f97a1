import { ErasureReason } from "@signet/domain";

interface Asking {
  /** The request that waits for somebody. */
  readonly request?: object | null | undefined;
  readonly permissions: {
    readonly requestForApplicant: { readonly allowed: boolean };
    readonly requestAfterRetention: { readonly allowed: boolean };
  };
}

/** What a reader may ask an erasure for now: nothing while a request waits already. */
export function erasureReasons({
  request,
  permissions: { requestForApplicant, requestAfterRetention },
}: Asking): readonly ErasureReason[] {
  if (request) return [];
  return [
    ...(requestForApplicant.allowed ? [ErasureReason.APPLICANT_REQUEST] : []),
    ...(requestAfterRetention.allowed ? [ErasureReason.RETENTION_OVER] : []),
  ];
}
