import { runOnline, runOnsite } from "./clock-cases.ts";
import { runQuarter, runResidentId, runScorecard, runUscc } from "./other-cases.ts";
import { runAttendance } from "./attendance-case.ts";
import type { CaseKind } from "./case-kind.ts";

/** Every kind of case by its name. */
export const caseKinds: ReadonlyMap<unknown, CaseKind> = new Map<unknown, CaseKind>([
  ["onsite", runOnsite],
  ["online", runOnline],
  ["attendance", runAttendance],
  ["scorecard", runScorecard],
  ["quarter", runQuarter],
  ["uscc", runUscc],
  ["residentId", runResidentId],
]);
