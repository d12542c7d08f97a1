import { testPassword } from "../create-test-installation.ts";
import type { Belongings } from "./world.ts";

/** What is asked, with whose things: variables of an operation, one set for each way to ask. */
type Asked = Readonly<Record<string, (of: Belongings) => Readonly<Record<string, unknown>>>>;

const nothing: Asked = { plain: () => ({}) };
const version = 1;
let nobodies = 0;
const act = (which: keyof Belongings, more: object = {}): Asked => ({
  input: (of) => ({ input: { id: of[which], version, ...more } }),
});
const accountAct = (which: keyof Belongings, more: object = {}, belongs = false): Asked => ({
  input: (of) => ({
    input: {
      id: of[which],
      revision: 1,
      ...more,
      ...(belongs ? { vendorId: of.vendorId, regionCode: null } : {}),
    },
  }),
});
const calendarEdit = {
  seenNumber: 1,
  reason: "检修",
  edits: [
    { days: { from: "2026-12-09", to: "2026-12-09", as: "DAY_OFF" } },
    {
      days: {
        from: "2026-12-10",
        to: "2026-12-10",
        as: "SPECIAL",
        hours: [{ from: "09:00", to: "12:00" }],
      },
    },
    { coverage: { from: "2024-01-01", to: "2026-12-31" } },
    {
      week: {
        from: "2026-12-14",
        hours: [{ weekday: 1, intervals: [{ from: "09:00", to: "12:00" }] }],
      },
    },
  ],
};
const passkeyAnswer = {
  id: "AAAA",
  clientDataJSON: "AAAA",
  authenticatorData: "AAAA",
  signature: "AAAA",
  userHandle: "AAAA",
};
const pages: Asked = {
  forwards: () => ({ first: 2, after: null }),
  backwards: () => ({ last: 2, before: null }),
};
export const policyIds = { newest: "", future: "" };
const announcement = () => ({
  input: {
    newestId: policyIds.newest,
    validFrom: "2027-01-01",
    reason: "修订",
    values: [{ key: "onsiteLimitMinutes", value: "20" }],
  },
});

/** Every operation and every argument of it; a test fails for one that is not asked here. */
export const asked: Readonly<Record<string, Asked>> = {
  "Query.viewer": nothing,
  "Query.quarter": { on: () => ({ on: "2026-08-01" }) },
  "Query.regions": nothing,
  "Query.vendors": nothing,
  "Query.calendar": nothing,
  "Query.calendarYear": { year: () => ({ year: 2026 }) },
  "Query.calendarVersions": pages,
  "Query.calendarDayHistory": { date: () => ({ date: "2026-10-01" }) },
  "Query.calendarChangePreview": { input: () => ({ input: calendarEdit }) },
  "Query.policyVersions": nothing,
  "Query.policyChangePreview": { input: announcement },
  "Query.case": { id: ({ caseId }) => ({ id: caseId }) },
  "Query.caseByNumber": {
    number: ({ caseNumber, vendorId }) => ({ number: caseNumber, vendorId }),
  },
  "Query.cases": {
    ...pages,
    vendor: ({ vendorId, regionCode }) => ({
      filter: { vendorId, regionCode },
      orderBy: "RECEIVED_ASC",
    }),
    number: ({ caseNumber, vendorId }) => ({ filter: { search: caseNumber, vendorId } }),
    person: ({ identityNumber }) => ({ filter: { identityNumber } }),
    narrow: ({ vendorId, regionCode }) => ({
      filter: {
        vendorId,
        regionCode,
        channel: "ONSITE",
        quarter: "2026Q3",
        states: ["MET", "BREACHED", "RUNNING"],
        requestKinds: [
          "NEW",
          "CHANGE",
          "UNLOCK",
          "RENEWAL",
          "CANCELLATION",
          "REPLACEMENT",
          "SUSPENSION",
          "RESUMPTION",
          "SEAL_UPDATE",
        ],
        receivedFrom: "2026-07-01T00:00:00Z",
        receivedBefore: "2026-10-01T00:00:00Z",
      },
    }),
  },
  "Query.lateCases": {
    vendor: ({ vendorId }) => ({ vendorId, quarter: "2026Q3", channel: "ONSITE", first: 5 }),
  },
  "Query.board": nothing,
  "Query.importBatch": { id: ({ staged }) => ({ id: staged }) },
  "Query.importBatches": pages,
  "Query.scorecard": {
    proposed: ({ proposed }) => ({ id: proposed }),
    sent: ({ sent }) => ({ id: sent }),
  },
  "Query.scorecards": { quarter: () => ({ quarter: "2025Q4" }) },
  "Query.scorecardHistory": { quarters: () => ({ quarters: 8 }) },
  "Query.quarterOutlook": nothing,
  "Query.auditEntries": {
    ...pages,
    about: ({ caseId }) => ({
      filter: {
        act: "case.accept",
        actor: "somebody",
        from: "2026-01-01T00:00:00Z",
        to: "2027-01-01T00:00:00Z",
        subjectType: "ServiceCase",
        subjectId: caseId,
        text: "case",
      },
    }),
  },
  "Query.auditEntry": { sequence: () => ({ sequence: 1 }) },
  "Query.auditChain": nothing,
  "Query.auditWords": nothing,
  "Mutation.verifyAudit": nothing,
  "Mutation.cancelAuditVerification": nothing,
  "Query.integrations": {
    ...pages,
    named: ({ regionCode }) => ({ regionCode, search: "平台" }),
  },
  "Mutation.createIntegration": {
    input: ({ regionCode }) => ({
      input: { name: "交易平台", regionCode, scopes: ["READ_CASES"], days: 30 },
    }),
  },
  "Mutation.rotateIntegrationKey": {
    input: ({ integration }) => ({ input: { integrationId: integration, days: 30 } }),
  },
  "Mutation.revokeIntegrationKey": { id: ({ integrationKey }) => ({ keyId: integrationKey }) },
  "Query.accounts": {
    ...pages,
    filtered: ({ vendorId }) => ({
      filter: { vendorId, role: "WINDOW_CLERK", search: "某", state: "OPEN" },
    }),
    ofRegion: ({ regionCode }) => ({ filter: { regionCode } }),
    // Whatever stands first in the list, one that is locked is seen.
    locked: () => ({ filter: { state: "LOCKED" } }),
  },
  "Mutation.inviteAccount": {
    clerk: ({ vendorId }) => ({
      input: { username: "newclerk", displayName: "新人", roles: ["WINDOW_CLERK"], vendorId },
    }),
    officer: ({ regionCode }) => ({
      input: { username: "newofficer", displayName: "新人", roles: ["BANNER_OFFICER"], regionCode },
    }),
  },
  "Mutation.resetAccount": accountAct("account"),
  "Mutation.changeAccountRoles": accountAct("account", { roles: ["VENDOR_MANAGER"] }, true),
  "Mutation.closeAccount": accountAct("account"),
  "Mutation.reopenAccount": accountAct("closedAccount"),
  "Mutation.unlockAccount": accountAct("lockedAccount"),
  "Query.ownAccount": nothing,
  "Mutation.endSession": { id: ({ account }) => ({ id: account }) },
  "Mutation.endOtherSessions": nothing,
  "Mutation.changePassword": {
    input: () => ({ input: { password: testPassword, newPassword: "another test password" } }),
  },
  "Mutation.confirmIdentity": {
    password: () => ({ input: { password: testPassword } }),
    code: () => ({ input: { code: "000000" } }),
    passkey: () => ({ input: { passkey: passkeyAnswer } }),
  },
  "Mutation.beginSecondFactor": nothing,
  "Mutation.confirmSecondFactor": { code: () => ({ code: "000000" }) },
  "Mutation.removeSecondFactor": nothing,
  "Mutation.renewRecoveryCodes": nothing,
  "Query.signInWays": nothing,
  "Mutation.linkIdentity": nothing,
  "Mutation.unlinkIdentity": nothing,
  "Mutation.joinWithIdentity": { token: () => ({ token: "A".repeat(43) }) },
  "Query.invitation": { token: () => ({ token: "nothing" }) },
  "Mutation.acceptInvitation": {
    input: () => ({ input: { token: "A".repeat(43), password: "another test password" } }),
  },
  "Mutation.completeSignIn": {
    input: () => ({ input: { code: "000000" } }),
    passkey: () => ({ input: { passkey: passkeyAnswer } }),
  },
  "Mutation.beginPasskey": nothing,
  "Mutation.registerPasskey": {
    input: () => ({
      input: {
        name: "办公电脑",
        id: "AAAA",
        clientDataJSON: "AAAA",
        attestationObject: "AAAA",
        transports: ["internal"],
      },
    }),
  },
  "Mutation.removePasskey": { id: ({ passkey }) => ({ id: passkey }) },
  "Mutation.askForPasskey": {
    signIn: () => ({ purpose: "SIGN_IN" }),
    secondFactor: () => ({ purpose: "SECOND_FACTOR" }),
    confirmation: () => ({ purpose: "CONFIRM_IDENTITY" }),
  },
  "Mutation.signInWithPasskey": { input: () => ({ input: passkeyAnswer }) },
  "Mutation.revealIdentityNumber": {
    input: ({ caseId }) => ({
      input: { caseId, purpose: "OTHER", note: "核对" },
    }),
  },
  "Mutation.requestErasure": {
    input: ({ caseId }) => ({ input: { caseId, reason: "APPLICANT_REQUEST" } }),
  },
  "Mutation.withdrawErasure": { caseId: ({ askedErasure }) => ({ caseId: askedErasure }) },
  "Mutation.confirmErasure": { caseId: ({ askedErasure }) => ({ caseId: askedErasure }) },
  // Somebody else each time: a name is locked after five failures, whoever they are.
  "Mutation.signIn": {
    input: () => ({ input: { username: `nobody${(nobodies += 1)}`, password: "nothing" } }),
  },
  "Mutation.signOut": nothing,
  "Mutation.changeCalendar": { input: () => ({ input: calendarEdit }) },
  "Mutation.announcePolicy": { input: announcement },
  "Mutation.withdrawPolicy": { id: () => ({ id: policyIds.future }) },
  "Mutation.acceptCase": {
    input: () => ({
      input: {
        number: "GRANT-1",
        channel: "ONSITE",
        delivery: "PICKUP",
        requestKind: "NEW",
        applicantKind: "ORGANIZATION",
        applicantName: "某单位",
        identityNumber: "91110000802100433B",
        handler: "张三",
      },
    }),
  },
  "Mutation.pauseCase": act("running", { reason: "PLATFORM_OUTAGE" }),
  "Mutation.resumeCase": act("paused"),
  "Mutation.completeCase": act("running"),
  "Mutation.handOverCase": act("toHandOver"),
  "Mutation.mailCase": act("toMail", { trackingNumber: "SF123" }),
  "Mutation.commitImport": { id: ({ staged }) => ({ id: staged }) },
  "Mutation.cancelImport": { id: ({ staged }) => ({ id: staged }) },
  "Mutation.undoImport": { id: ({ committed }) => ({ id: committed }) },
  "Mutation.proposeScorecards": { quarter: () => ({ quarter: "2026Q3" }) },
  "Mutation.confirmScorecardRow": act("proposed", { row: 8 }),
  "Mutation.overrideScorecardRow": act("proposed", { row: 8, value: "YES", reason: "现场核实" }),
  "Mutation.confirmRowOverride": act("doubted", { row: 8 }),
  "Mutation.rejectRowOverride": act("doubted", { row: 8 }),
  "Mutation.sendScorecard": act("reviewed"),
  "Mutation.freezeScorecard": act("sent"),
};
