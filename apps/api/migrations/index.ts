import type { MigrationList } from "../src/platform/orm/index.ts";
import { Initial } from "./20261123000000-initial.ts";
import { LiveCases } from "./20261124000000-live-cases.ts";
import { ImportColumns } from "./20261125010000-import-columns.ts";
import { RuleEdits } from "./20261125020000-rule-edits.ts";
import { ScorecardReview } from "./20261125030000-scorecard-review.ts";
import { OnlineDue } from "./20261125040000-online-due.ts";
import { AuditSearch } from "./20261128010000-audit-search.ts";
import { Accounts } from "./20261128020000-accounts.ts";
import { Integrations } from "./20261128030000-integrations.ts";
import { SealedApplicants } from "./20261128040000-sealed-applicants.ts";
import { RevealAndErase } from "./20261128040001-reveal-and-erase.ts";
import { ActReaders } from "./20261128050000-act-reader.ts";
import { RowSecurity } from "./20261128060000-row-security.ts";
import { RowSecurityOnce } from "./20261128061000-row-security-once.ts";
import { ExternalIdentities } from "./20261128153000-external-identities.ts";
import { Passkeys } from "./20261128070000-passkeys.ts";

/** Every migration, oldest first; a name never changes once released. */
export const migrations: MigrationList = [
  { name: "20261123000000-initial", class: Initial },
  { name: "20261124000000-live-cases", class: LiveCases },
  { name: "20261125010000-import-columns", class: ImportColumns },
  { name: "20261125020000-rule-edits", class: RuleEdits },
  { name: "20261125030000-scorecard-review", class: ScorecardReview },
  { name: "20261125040000-online-due", class: OnlineDue },
  { name: "20261128010000-audit-search", class: AuditSearch },
  { name: "20261128020000-accounts", class: Accounts },
  { name: "20261128030000-integrations", class: Integrations },
  { name: "20261128040000-sealed-applicants", class: SealedApplicants },
  { name: "20261128040001-reveal-and-erase", class: RevealAndErase },
  { name: "20261128050000-act-reader", class: ActReaders },
  { name: "20261128060000-row-security", class: RowSecurity },
  { name: "20261128061000-row-security-once", class: RowSecurityOnce },
  { name: "20261128070000-passkeys", class: Passkeys },
  { name: "20261128153000-external-identities", class: ExternalIdentities },
];
