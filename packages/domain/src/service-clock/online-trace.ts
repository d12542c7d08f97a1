import type { MilestoneState } from "../vocabulary.ts";
import type { OnlineAssessment } from "./online-assessment.ts";
import type { CheckedOnlineFacts } from "./online-facts.ts";
import type { MilestoneFacts, TraceStep } from "./trace.ts";

/** Every step from receipt to verdict, in the order in which it explains itself. */
export function traceOnline(
  facts: CheckedOnlineFacts,
  clock: OnlineAssessment,
): readonly TraceStep[] {
  const { cutoff, afterCutoff, dueDay, dueAt, nextDay, completion, mailing } = clock;
  const { receivedAt, completedAt, mailedAt, cancelledAt, delivery } = facts;
  const judged = (state: MilestoneState, at: number | null): MilestoneFacts => ({
    state,
    lateMs: at !== null && state === "BREACHED" ? at - dueAt : 0,
  });
  return [
    { code: "SUBMISSION_RECEIVED", at: receivedAt, clause: "5.3", facts: { cutoff, afterCutoff } },
    { code: "DUE_DAY", at: null, clause: "5.3", facts: { dueDay, nextDay, afterCutoff } },
    {
      code: "OTHER_DUE_DAY",
      at: null,
      clause: "5.3",
      facts: {
        nextDay: nextDay === "CALENDAR" ? "WORKDAY" : "CALENDAR",
        otherDueDay: clock.otherDueDay,
        differs: clock.readingsDiffer,
      },
    },
    { code: "DAY_ENDS", at: dueAt, clause: "5.3", facts: { dueDay } },
    ...(cancelledAt === null
      ? []
      : [
          {
            code: "CANCELLED",
            at: cancelledAt,
            clause: "5.3",
            facts: { completed: completedAt !== null },
          } as const,
        ]),
    {
      code: "COMPLETION_JUDGED",
      at: completedAt,
      clause: "5.3",
      facts: judged(completion, completedAt),
    },
    {
      code: "MAILING_JUDGED",
      at: mailedAt,
      clause: "5.3",
      facts: { ...judged(mailing, mailedAt), delivery },
    },
    {
      code: "ONLINE_VERDICT",
      at: null,
      clause: "5.3",
      facts: {
        state: clock.state,
        completion,
        mailing,
        dueDay,
        dueAt,
        startedAt: receivedAt,
        completedAt,
        mailedAt,
        cancelledAt,
      },
    },
  ];
}
