/** What is asked for: the kinds of a certificate request (业务类型). */
export const RequestKind = {
  NEW: "NEW",
  RENEWAL: "RENEWAL",
  CHANGE: "CHANGE",
  REPLACEMENT: "REPLACEMENT",
  UNLOCK: "UNLOCK",
  SUSPENSION: "SUSPENSION",
  RESUMPTION: "RESUMPTION",
  CANCELLATION: "CANCELLATION",
  SEAL_UPDATE: "SEAL_UPDATE",
} as const;
export type RequestKind = (typeof RequestKind)[keyof typeof RequestKind];

/** Who asks (申请主体类型), after 四. */
export const ApplicantKind = {
  ORGANIZATION: "ORGANIZATION",
  INDIVIDUAL: "INDIVIDUAL",
  EVALUATION_EXPERT: "EVALUATION_EXPERT",
} as const;
export type ApplicantKind = (typeof ApplicantKind)[keyof typeof ApplicantKind];

/** The two ways of being served (办理渠道), after 三. */
export const Channel = { ONSITE: "ONSITE", ONLINE: "ONLINE" } as const;
export type Channel = (typeof Channel)[keyof typeof Channel];

/** How the certificate reaches the applicant (领取方式). */
export const Delivery = { MAIL: "MAIL", PICKUP: "PICKUP" } as const;
export type Delivery = (typeof Delivery)[keyof typeof Delivery];

/** The closed list of reasons for which the on-site clock may pause (暂停原因). */
export const PauseReason = {
  APPLICANT_ABSENT: "APPLICANT_ABSENT",
  APPLICANT_MATERIALS: "APPLICANT_MATERIALS",
  PAYMENT_FAILED: "PAYMENT_FAILED",
  PLATFORM_OUTAGE: "PLATFORM_OUTAGE",
  POWER_OR_NETWORK: "POWER_OR_NETWORK",
} as const;
export type PauseReason = (typeof PauseReason)[keyof typeof PauseReason];

/** Why somebody looks at a whole identity number (查看完整号码的用途). */
export const RevealPurpose = {
  VERIFY_APPLICANT: "VERIFY_APPLICANT",
  CORRECT_RECORD: "CORRECT_RECORD",
  COMPLAINT: "COMPLAINT",
  AUTHORITY_REQUEST: "AUTHORITY_REQUEST",
  OTHER: "OTHER",
} as const;
export type RevealPurpose = (typeof RevealPurpose)[keyof typeof RevealPurpose];

/** Why the personal data of an applicant is erased (删除个人信息的原因). */
export const ErasureReason = {
  RETENTION_OVER: "RETENTION_OVER",
  APPLICANT_REQUEST: "APPLICANT_REQUEST",
} as const;
export type ErasureReason = (typeof ErasureReason)[keyof typeof ErasureReason];

/** What can be done to an open case, in the regulation's verbs where it has one. */
export const CaseAct = {
  PAUSE: "PAUSE",
  RESUME: "RESUME",
  COMPLETE: "COMPLETE",
  HAND_OVER: "HAND_OVER",
  MAIL: "MAIL",
} as const;
export type CaseAct = (typeof CaseAct)[keyof typeof CaseAct];

/** What a service clock says; the online clock is never PAUSED. */
export const ClockState = {
  RUNNING: "RUNNING",
  PAUSED: "PAUSED",
  MET: "MET",
  BREACHED: "BREACHED",
  CANCELLED: "CANCELLED",
} as const;
export type ClockState = (typeof ClockState)[keyof typeof ClockState];

/** What one milestone of the online clock says; mailing is NOT_APPLICABLE for a pick-up. */
export const MilestoneState = {
  RUNNING: "RUNNING",
  MET: "MET",
  BREACHED: "BREACHED",
  CANCELLED: "CANCELLED",
  NOT_APPLICABLE: "NOT_APPLICABLE",
} as const;
export type MilestoneState = (typeof MilestoneState)[keyof typeof MilestoneState];

/** How the on-site limit is counted: all time, or opening hours only. */
export const Counting = { WALL: "WALL", BUSINESS: "BUSINESS" } as const;
export type Counting = (typeof Counting)[keyof typeof Counting];

/** What 第二天 of 五(三) means: the next calendar day, or the next working day. */
export const NextDay = { CALENDAR: "CALENDAR", WORKDAY: "WORKDAY" } as const;
export type NextDay = (typeof NextDay)[keyof typeof NextDay];

/** What a day is to the hall, and so why it opens or does not. */
export const DayKind = {
  WORKDAY: "WORKDAY",
  WEEKEND: "WEEKEND",
  DAY_OFF: "DAY_OFF",
  MAKE_UP: "MAKE_UP",
  SPECIAL: "SPECIAL",
  UNKNOWN: "UNKNOWN",
} as const;
export type DayKind = (typeof DayKind)[keyof typeof DayKind];

/** What an edit of the calendar makes of a day. */
export const DayEdit = {
  DAY_OFF: "DAY_OFF",
  MAKE_UP: "MAKE_UP",
  SPECIAL: "SPECIAL",
  ORDINARY: "ORDINARY",
} as const;
export type DayEdit = (typeof DayEdit)[keyof typeof DayEdit];

/** Where a version of the dated values stands on a day. */
export const PolicyStanding = {
  ANNOUNCED: "ANNOUNCED",
  IN_FORCE: "IN_FORCE",
  PAST: "PAST",
  WITHDRAWN: "WITHDRAWN",
} as const;
export type PolicyStanding = (typeof PolicyStanding)[keyof typeof PolicyStanding];

/** Which complaints answer row 5 of the annex. */
export const ComplaintCount = {
  RECEIVED: "RECEIVED",
  ACCEPTED: "ACCEPTED",
  VERIFIED: "VERIFIED",
} as const;
export type ComplaintCount = (typeof ComplaintCount)[keyof typeof ComplaintCount];

/** The answer to one question of the annex. */
export const RowValue = {
  YES: "YES",
  NO: "NO",
  NOT_ASSESSED: "NOT_ASSESSED",
  NOT_APPLICABLE: "NOT_APPLICABLE",
} as const;
export type RowValue = (typeof RowValue)[keyof typeof RowValue];

/** The grade of the overlay, which is not part of the regulation. */
export const Grade = {
  QUALIFIED: "QUALIFIED",
  BASIC: "BASIC",
  UNQUALIFIED: "UNQUALIFIED",
} as const;
export type Grade = (typeof Grade)[keyof typeof Grade];

/** The life of a scorecard, in order. */
export const ScorecardState = {
  COLLECTING: "COLLECTING",
  PROPOSED: "PROPOSED",
  UNDER_REVIEW: "UNDER_REVIEW",
  SENT_TO_VENDOR: "SENT_TO_VENDOR",
  APPEALED: "APPEALED",
  DECIDED: "DECIDED",
  FROZEN: "FROZEN",
  PUBLISHED: "PUBLISHED",
  CORRECTED: "CORRECTED",
} as const;
export type ScorecardState = (typeof ScorecardState)[keyof typeof ScorecardState];

/** What is done to a scorecard as a whole; `scorecardLifecycle` says from where to where. */
export const ScorecardAct = {
  PROPOSE: "PROPOSE",
  REVIEW: "REVIEW",
  SEND: "SEND",
  APPEAL: "APPEAL",
  DECIDE: "DECIDE",
  FREEZE: "FREEZE",
  PUBLISH: "PUBLISH",
  CORRECT: "CORRECT",
} as const;
export type ScorecardAct = (typeof ScorecardAct)[keyof typeof ScorecardAct];

/** How far the review of one row has come; an override counts once a second person confirmed it. */
export const RowReviewState = {
  UNREVIEWED: "UNREVIEWED",
  CONFIRMED: "CONFIRMED",
  OVERRIDE_PROPOSED: "OVERRIDE_PROPOSED",
  OVERRIDDEN: "OVERRIDDEN",
} as const;
export type RowReviewState = (typeof RowReviewState)[keyof typeof RowReviewState];

/** Where an import stands. A stopped one goes on from its last chunk. */
export const ImportState = {
  STAGING: "STAGING",
  STAGED: "STAGED",
  COMMITTING: "COMMITTING",
  COMMITTED: "COMMITTED",
  CANCELLED: "CANCELLED",
  UNDOING: "UNDOING",
  UNDONE: "UNDONE",
} as const;
export type ImportState = (typeof ImportState)[keyof typeof ImportState];

/** What becomes of one line of an import; CLEAN only until it is a case. */
export const LineOutcome = {
  CLEAN: "CLEAN",
  SKIPPED: "SKIPPED",
  REJECTED: "REJECTED",
} as const;
export type LineOutcome = (typeof LineOutcome)[keyof typeof LineOutcome];

/** What can be done to an import. */
export const ImportAct = { COMMIT: "COMMIT", CANCEL: "CANCEL", UNDO: "UNDO" } as const;
export type ImportAct = (typeof ImportAct)[keyof typeof ImportAct];

/** What somebody is appointed to do. */
export const Role = {
  CENTRE_ADMINISTRATOR: "CENTRE_ADMINISTRATOR",
  HALL_MANAGER: "HALL_MANAGER",
  EVALUATOR: "EVALUATOR",
  SECOND_EVALUATOR: "SECOND_EVALUATOR",
  CENTRE_LEADER: "CENTRE_LEADER",
  AUDITOR: "AUDITOR",
  VENDOR_MANAGER: "VENDOR_MANAGER",
  WINDOW_CLERK: "WINDOW_CLERK",
  BANNER_OFFICER: "BANNER_OFFICER",
  BANNER_INTEGRATION: "BANNER_INTEGRATION",
} as const;
export type Role = (typeof Role)[keyof typeof Role];

/** What a machine of a banner, county or city may read with its key. */
export const IntegrationScope = {
  READ_CASES: "READ_CASES",
  READ_SCORECARDS: "READ_SCORECARDS",
} as const;
export type IntegrationScope = (typeof IntegrationScope)[keyof typeof IntegrationScope];

/** Where an account stands: LOCKED waits after failures and opens by itself. */
export const AccountState = {
  INVITED: "INVITED",
  OPEN: "OPEN",
  LOCKED: "LOCKED",
  CLOSED: "CLOSED",
} as const;
export type AccountState = (typeof AccountState)[keyof typeof AccountState];

/** What an administrator can do to an account. */
export const AccountAct = {
  CHANGE_ROLES: "CHANGE_ROLES",
  CLOSE: "CLOSE",
  REOPEN: "REOPEN",
  UNLOCK: "UNLOCK",
  RESET: "RESET",
} as const;
export type AccountAct = (typeof AccountAct)[keyof typeof AccountAct];
