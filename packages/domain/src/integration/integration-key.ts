/** What a machine's key is at a moment. */
export const IntegrationKeyState = {
  ACTIVE: "ACTIVE",
  EXPIRED: "EXPIRED",
  REVOKED: "REVOKED",
} as const;
export type IntegrationKeyState = (typeof IntegrationKeyState)[keyof typeof IntegrationKeyState];

/** How long a key lives at most, in days, and how many of one machine may be active: two, to change over. */
export const integrationKeyLimits = { longestDays: 365, mostActive: 2 } as const;

/**
 * What a key is at a moment, all three in epoch milliseconds. It ends at the instant it expires; one
 * that was revoked stays revoked.
 * @example
 * ```ts
 * integrationKeyState({ expiresAt: 2000, revokedAt: null }, 1999); // → "ACTIVE"
 * integrationKeyState({ expiresAt: 2000, revokedAt: null }, 2000); // → "EXPIRED"
 * integrationKeyState({ expiresAt: 2000, revokedAt: 1500 }, 3000); // → "REVOKED"
 * ```
 */
export function integrationKeyState(
  key: { readonly expiresAt: number; readonly revokedAt: number | null },
  now: number,
): IntegrationKeyState {
  if (key.revokedAt !== null) return IntegrationKeyState.REVOKED;
  return now < key.expiresAt ? IntegrationKeyState.ACTIVE : IntegrationKeyState.EXPIRED;
}
