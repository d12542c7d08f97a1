import { ErasureReason } from "@signet/domain";

import type { ErasurePartsFragment } from "../../../graphql/graphql.ts";

type Permissions = Pick<
  ErasurePartsFragment["permissions"],
  "requestForApplicant" | "requestAfterRetention"
>;

/** What a reader may ask an erasure for now: nothing while a request waits already. */
export function erasureReasons({
  request,
  permissions: { requestForApplicant, requestAfterRetention },
}: {
  readonly request?: ErasurePartsFragment["request"];
  readonly permissions: Permissions;
}): readonly ErasureReason[] {
  if (request) return [];
  return [
    ...(requestForApplicant.allowed ? [ErasureReason.APPLICANT_REQUEST] : []),
    ...(requestAfterRetention.allowed ? [ErasureReason.RETENTION_OVER] : []),
  ];
}
