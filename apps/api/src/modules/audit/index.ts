export { ActReader } from "./persistence/act-reader.entity.ts";
export { AuditEntry } from "./persistence/audit-entry.entity.ts";
export { AuditHead } from "./persistence/audit-head.entity.ts";
export { readHead } from "./persistence/audit-head.view.ts";
export { appendEntry } from "./use-cases/append-entry.ts";
