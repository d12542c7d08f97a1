/**
 * Why a certificate is revoked, with the number that RFC 5280 gives the reason. Its certificateHold
 * (6) and removeFromCRL (8) are no revocations here: they are SUSPEND and RESUME of the lifecycle.
 */
export const RevocationReason = {
  UNSPECIFIED: 0,
  KEY_COMPROMISE: 1,
  CA_COMPROMISE: 2,
  AFFILIATION_CHANGED: 3,
  SUPERSEDED: 4,
  CESSATION_OF_OPERATION: 5,
  PRIVILEGE_WITHDRAWN: 9,
  AA_COMPROMISE: 10,
} as const;
/** The name of a reason. */
export type RevocationReason = keyof typeof RevocationReason;
