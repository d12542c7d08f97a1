import type { ApiContext } from "../../../platform/graphql/index.ts";
import type { AuditVerification } from "../use-cases/audit-verification.ts";

/** The context of a request that may verify the audit chain. */
export interface AuditContext extends ApiContext {
  readonly verification: AuditVerification;
}
