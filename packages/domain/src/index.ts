export { err, ok } from "./result.ts";
export type { Err, Ok, Result } from "./result.ts";
export { RuleErrorCode, RuleErrorReason } from "./rule-error.ts";
export type { RuleError } from "./rule-error.ts";
export { actsIn, fits } from "./lifecycle.ts";
export type { Lifecycle, Move } from "./lifecycle.ts";
export {
  AccountAct,
  AccountState,
  ApplicantKind,
  CaseAct,
  Channel,
  ClockState,
  ComplaintCount,
  Counting,
  DayEdit,
  DayKind,
  Delivery,
  ErasureReason,
  Grade,
  ImportAct,
  ImportState,
  IntegrationScope,
  LineOutcome,
  MilestoneState,
  NextDay,
  PauseReason,
  PolicyStanding,
  RequestKind,
  RevealPurpose,
  Role,
  RowReviewState,
  RowValue,
  ScorecardAct,
  ScorecardState,
} from "./vocabulary.ts";

export { ClauseId, clauseOf, clauses } from "./regulation/clauses.ts";
export type { Clause } from "./regulation/clauses.ts";
export { announcePolicy, hasBegun } from "./regulation/announce-policy.ts";
export type { Announcement } from "./regulation/announce-policy.ts";
export { comparePolicies } from "./regulation/compare-policies.ts";
export type { ParameterChange } from "./regulation/compare-policies.ts";
export { createPolicyVersion, parameters } from "./regulation/parameters.ts";
export type { ParameterKey, ParameterUnit, PolicyParameter } from "./regulation/parameters.ts";
export { completeParameters, defaultPolicy, policyOn } from "./regulation/policy.ts";
export type { PolicyParameters, PolicyVersion } from "./regulation/policy.ts";

export { createCalendar } from "./calendar/calendar.ts";
export type { Calendar } from "./calendar/calendar.ts";
export { calendarDays } from "./calendar/calendar-day.ts";
export type { CalendarDay } from "./calendar/calendar-day.ts";
export { compareCalendars, countDayChanges } from "./calendar/compare-calendars.ts";
export type { DayChange, DayChangeCounts } from "./calendar/compare-calendars.ts";
export { editCalendar } from "./calendar/edit-calendar.ts";
export type { CalendarEdit, DaysEdit } from "./calendar/edit-calendar.ts";
export type {
  CalendarSpec,
  Coverage,
  DatedWeek,
  Weekday,
  WeekHours,
} from "./calendar/calendar-spec.ts";
export { isClockTime } from "./calendar/clock-time.ts";
export type { ClockInterval, ClockTime } from "./calendar/clock-time.ts";
export { addDays, isLocalDate } from "./calendar/local-date.ts";
export type { LocalDate } from "./calendar/local-date.ts";
export { formatLocal, localDateTimeOf, parseLocalDateTime } from "./calendar/local-date-time.ts";
export type { LocalDateTime } from "./calendar/local-date-time.ts";
export { localDayOf, startOfLocalDay } from "./calendar/local-time.ts";
export { ordinaryCalendar } from "./calendar/ordinary-calendar.ts";
export {
  parseQuarter,
  quarterOf,
  quarterRange,
  REGULATION_EFFECTIVE_FROM,
} from "./calendar/quarter.ts";
export type { Quarter, QuarterName } from "./calendar/quarter.ts";
export type { Span, Spans } from "./calendar/spans.ts";
export { isWorkingDay, openingIntervals } from "./calendar/working-day.ts";
export { isZoneName } from "./calendar/zone-name.ts";
export { formatInstant, parseInstant } from "./input/instant-text.ts";

export type { CheckedOnlineFacts, OnlineFacts } from "./service-clock/online-facts.ts";
export { assessOnline } from "./service-clock/online.ts";
export type { OnlineAssessment } from "./service-clock/online-assessment.ts";
export type { OnsiteFacts } from "./service-clock/onsite-facts.ts";
export type { OnsiteReading } from "./service-clock/onsite-reading.ts";
export { assessOnsite } from "./service-clock/onsite.ts";
export type { OnsiteAssessment } from "./service-clock/onsite-assessment.ts";
export type { Pause } from "./service-clock/pauses.ts";
export { ClockEnd } from "./service-clock/trace.ts";
export type {
  MilestoneFacts,
  TraceCode,
  TracedPause,
  TraceFacts,
  TraceStep,
} from "./service-clock/trace.ts";

export { RequestAct, requestLifecycle, RequestState } from "./certificate-request/lifecycle.ts";
export {
  Material,
  missingMaterials,
  requiredMaterials,
} from "./certificate-request/required-materials.ts";
export type { RequiredMaterial } from "./certificate-request/required-materials.ts";
export { CertificateAct, certificateLifecycle, CertificateState } from "./certificate/lifecycle.ts";
export { RevocationReason } from "./certificate/revocation-reason.ts";
export {
  ComplaintAct,
  complaintLifecycle,
  ComplaintState,
  DeclineReason,
  MOST_REOPENINGS,
} from "./complaint/lifecycle.ts";
export {
  FeeScheduleAct,
  feeScheduleLifecycle,
  FeeScheduleState,
} from "./fee-schedule/lifecycle.ts";

export { assessAttendance } from "./attendance/assess.ts";
export type { AttendanceAssessment, AttendanceFacts } from "./attendance/assess.ts";
export type { Waiver } from "./attendance/waiver.ts";
export { EdgeOutcome, ShiftEdge } from "./attendance/edges.ts";
export type { ShiftAssessment } from "./attendance/edges.ts";
export type { AttendanceStep, AttendanceTraceFacts } from "./attendance/trace.ts";

export { CaseFaultCode, CaseField } from "./case-record/case-fault.ts";
export type { CaseFault } from "./case-record/case-fault.ts";
export type { CaseRecord, RecordedPause } from "./case-record/case-record.ts";
export { checkCaseRecord } from "./case-record/check-case-record.ts";

export { assessScorecard } from "./scorecard/assess.ts";
export type { ScorecardAssessment } from "./scorecard/assess.ts";
export type { RowAssessment } from "./scorecard/row-assessment.ts";
export { fitsScorecard, scorecardLifecycle } from "./scorecard/lifecycle.ts";
export { isFullyReviewed, rowAfterReview } from "./scorecard/review.ts";
export type { RowReview } from "./scorecard/review.ts";
export { createCaseCounter, tallyCases } from "./scorecard/tally-cases.ts";
export type { Assessment, CaseCounter, CaseTally } from "./scorecard/tally-cases.ts";
export { appealWindow } from "./scorecard/appeal-window.ts";
export type { AppealStep, AppealTraceFacts, AppealWindow } from "./scorecard/appeal-window.ts";
export type { RowCounts, RowStep, RowTraceFacts } from "./scorecard/trace.ts";
export type {
  AttendanceRowFacts,
  ChannelFacts,
  ClockFacts,
  ComplaintFacts,
  ConsultationFacts,
  DressFacts,
  PriceFacts,
  ScorecardFacts,
  StaffFacts,
  StandardFacts,
} from "./scorecard/facts.ts";
export type { Overlay } from "./scorecard/overlay.ts";
export { ANNEX_TITLE, scorecardQuestions } from "./scorecard/questions.ts";
export type { RowNumber, ScorecardQuestion } from "./scorecard/questions.ts";

export { replay } from "./replay/replay.ts";
export type { CaseDifference, Replay, RowDifference } from "./replay/replay.ts";
export type { CaseVerdict } from "./replay/judge-case.ts";
export type { QuarterRecord, RecordedCase } from "./replay/quarter-record.ts";

export { maskIdentityNumber } from "./identity-number/mask.ts";
export { isResidentId } from "./identity-number/resident-id.ts";
export { isUscc, regionOfUscc } from "./identity-number/uscc.ts";

export { isOfBanner, isOfCentre, isOfVendor, RefusalCode } from "./access/actor.ts";
export type { Actor, Permission, Refusal } from "./access/actor.ts";
export { canActOnAccount, canManageAccounts } from "./access/can-manage-accounts.ts";
export type { AccountStanding } from "./access/can-manage-accounts.ts";
export { checkRoles, RoleFault } from "./access/separation-of-duties.ts";
export { accountRulesOn } from "./accounts/account-rules.ts";
export type { AccountRules } from "./accounts/account-rules.ts";
export { checkPassword, PasswordFault } from "./accounts/check-password.ts";
export type { PasswordOwner } from "./accounts/check-password.ts";
export { needsSecondFactor } from "./accounts/needs-second-factor.ts";
export { canAcceptCases } from "./access/can-accept-cases.ts";
export { canActOnCase } from "./access/can-act-on-case.ts";
export type { CaseStanding } from "./access/can-act-on-case.ts";
export { canAppealScorecard } from "./access/can-appeal-scorecard.ts";
export type { AppealStanding } from "./access/can-appeal-scorecard.ts";
export { canDecideAppeal } from "./access/can-decide-appeal.ts";
export { canConfirmErasure } from "./access/can-confirm-erasure.ts";
export { endOfCase } from "./access/end-of-case.ts";
export type { CaseEnds } from "./access/end-of-case.ts";
export { canRequestErasure } from "./access/can-request-erasure.ts";
export type { ErasureStanding } from "./access/can-request-erasure.ts";
export {
  canRevealIdentity,
  REVEAL_MINUTES,
  REVEALS_PER_HOUR,
} from "./access/can-reveal-identity.ts";
export type { IdentityStanding } from "./access/can-reveal-identity.ts";
export { canPublishFeeSchedule } from "./access/can-publish-fee-schedule.ts";
export { canPublishScorecard } from "./access/can-publish-scorecard.ts";
export { canConfirmOverride } from "./access/can-confirm-override.ts";
export type { OverrideStanding } from "./access/can-confirm-override.ts";
export { canActOnImport } from "./access/can-act-on-import.ts";
export type { ImportStanding } from "./access/can-act-on-import.ts";
export { canEditRules } from "./access/can-edit-rules.ts";
export { canExportScorecard } from "./access/can-export-scorecard.ts";
export { canFreezeScorecard } from "./access/can-freeze-scorecard.ts";
export { canManageIntegrations } from "./access/can-manage-integrations.ts";
export { canUseScope } from "./access/can-use-scope.ts";
export { canImportCases } from "./access/can-import-cases.ts";
export { canProposeScorecard } from "./access/can-propose-scorecard.ts";
export { canReadAudit } from "./access/can-read-audit.ts";
export { canReviewScorecard } from "./access/can-review-scorecard.ts";
export { canSeeCase } from "./access/can-see-case.ts";
export { canSeeOutlook } from "./access/can-see-outlook.ts";
export { canSeeImport } from "./access/can-see-import.ts";
export { canSeeVendor } from "./access/can-see-vendor.ts";
export { canSendScorecard } from "./access/can-send-scorecard.ts";
export { canUndoImport } from "./access/can-undo-import.ts";
export { granted, grants, reachOf } from "./access/grants.ts";
export type { Belonging, GrantedAct, Reach } from "./access/grants.ts";
export {
  integrationKeyLimits,
  integrationKeyState,
  IntegrationKeyState,
} from "./integration/integration-key.ts";

export { answerText, cellText, overriddenCellText } from "./messages/cell-text.ts";
export type { CellEvidence } from "./messages/cell-evidence.ts";
export { faultMessage, message } from "./messages/codes.ts";
export type { MessageCode, MessageFacts } from "./messages/codes.ts";
export { formatClock, formatDate, formatDateTime, formatDuration } from "./messages/formats.ts";
export { label } from "./messages/labels.ts";
export { quarterLabel } from "./messages/quarter-label.ts";
export type { Labelled } from "./messages/labels.ts";
export { Locale } from "./messages/locale.ts";
export { parameterText } from "./messages/parameter-text.ts";
export { ProblemCode } from "./messages/problems.ts";
export { ruleErrorMessage } from "./messages/rule-errors.ts";
export { renderTraceStep } from "./messages/trace.ts";
export type { AnyStep, AnyTraceFacts } from "./messages/trace.ts";
export type { StepOf } from "./trace-step.ts";
export type { RenderedStep } from "./messages/trace-wording.ts";
export { verdictSentence } from "./messages/verdict.ts";
