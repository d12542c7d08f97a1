export type { ActRecord, AuditSink } from "./act.ts";
export { canonicalJson } from "./canonical-json.ts";
export { IdempotencyKey } from "./idempotency-key.entity.ts";
export { isoInstant } from "./iso-instant.ts";
export type { Scope } from "./scope.ts";
export { InstallationMark } from "./installation-mark.entity.ts";
export { type MigrationList, openOrm } from "./orm-options.ts";
export { type IdempotencyKeyReused, perform, type WorkContext } from "./perform.ts";
export { SealedTextType } from "./sealed-text-type.ts";
