import type { Lifecycle } from "../lifecycle.ts";

/** Where a certificate stands (六). */
export const CertificateState = {
  PENDING: "PENDING",
  ACTIVE: "ACTIVE",
  SUSPENDED: "SUSPENDED",
  EXPIRED: "EXPIRED",
  REVOKED: "REVOKED",
} as const;
export type CertificateState = (typeof CertificateState)[keyof typeof CertificateState];

/** What happens to a certificate; `certificateLifecycle` says from where to where. */
export const CertificateAct = {
  ACTIVATE: "ACTIVATE",
  EXPIRE: "EXPIRE",
  SUSPEND: "SUSPEND",
  RESUME: "RESUME",
  REVOKE: "REVOKE",
} as const;
export type CertificateAct = (typeof CertificateAct)[keyof typeof CertificateAct];

/**
 * The life of a certificate (六): a lost key suspends it at once (六(二)), a subscriber that needs it no
 * longer has it revoked (六(四)). One that replaces another is linked to it and lives its own life.
 * @example
 * ```ts
 * certificateLifecycle.moves.REVOKE; // → { from: ["ACTIVE", "SUSPENDED"], to: "REVOKED" }
 * ```
 */
export const certificateLifecycle: Lifecycle<CertificateState, CertificateAct> = {
  initial: "PENDING",
  moves: {
    ACTIVATE: { from: ["PENDING"], to: "ACTIVE" },
    EXPIRE: { from: ["ACTIVE"], to: "EXPIRED" },
    SUSPEND: { from: ["ACTIVE"], to: "SUSPENDED" },
    RESUME: { from: ["SUSPENDED"], to: "ACTIVE" },
    REVOKE: { from: ["ACTIVE", "SUSPENDED"], to: "REVOKED" },
  },
};
