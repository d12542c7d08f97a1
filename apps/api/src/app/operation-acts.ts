import type { GrantedAct } from "@signet/domain";
import type { GraphQLSchema } from "graphql";

/**
 * What each operation asks of the table of grants in the domain. `PUBLIC` is for anybody, `SIGNED_IN`
 * for whoever has an account; everything else is an act. An operation that is not here is not served.
 */
export const operationActs: Readonly<Record<string, GrantedAct | "PUBLIC" | "SIGNED_IN">> = {
  "Query.viewer": "PUBLIC",
  "Query.quarter": "PUBLIC",
  "Query.regions": "PUBLIC",
  "Query.vendors": "SEE_VENDOR",
  "Query.calendar": "SIGNED_IN",
  "Query.calendarYear": "SIGNED_IN",
  "Query.calendarVersions": "SIGNED_IN",
  "Query.calendarDayHistory": "SIGNED_IN",
  "Query.calendarChangePreview": "EDIT_RULES",
  "Query.policyVersions": "SIGNED_IN",
  "Query.policyChangePreview": "EDIT_RULES",
  "Query.case": "SEE_CASE",
  "Query.caseByNumber": "SEE_CASE",
  "Query.cases": "SEE_CASE",
  "Query.lateCases": "SEE_CASE",
  "Query.board": "SEE_CASE",
  "Query.importBatch": "SEE_IMPORT",
  "Query.importBatches": "SEE_IMPORT",
  "Query.scorecard": "EXPORT_SCORECARD",
  "Query.scorecards": "EXPORT_SCORECARD",
  "Query.scorecardHistory": "EXPORT_SCORECARD",
  "Query.quarterOutlook": "SEE_OUTLOOK",
  "Query.auditEntries": "READ_AUDIT",
  "Query.auditEntry": "READ_AUDIT",
  "Query.auditChain": "READ_AUDIT",
  "Query.auditWords": "READ_AUDIT",
  "Query.accounts": "MANAGE_ACCOUNTS",
  "Mutation.inviteAccount": "MANAGE_ACCOUNTS",
  "Mutation.resetAccount": "MANAGE_ACCOUNTS",
  "Mutation.changeAccountRoles": "MANAGE_ACCOUNTS",
  "Mutation.closeAccount": "MANAGE_ACCOUNTS",
  "Mutation.reopenAccount": "MANAGE_ACCOUNTS",
  "Mutation.unlockAccount": "MANAGE_ACCOUNTS",
  "Query.ownAccount": "SIGNED_IN",
  "Mutation.endSession": "SIGNED_IN",
  "Mutation.endOtherSessions": "SIGNED_IN",
  "Mutation.changePassword": "SIGNED_IN",
  "Mutation.confirmIdentity": "SIGNED_IN",
  "Mutation.beginSecondFactor": "SIGNED_IN",
  "Mutation.confirmSecondFactor": "SIGNED_IN",
  "Mutation.removeSecondFactor": "SIGNED_IN",
  "Mutation.renewRecoveryCodes": "SIGNED_IN",
  "Query.signInWays": "PUBLIC",
  "Mutation.linkIdentity": "SIGNED_IN",
  "Mutation.unlinkIdentity": "SIGNED_IN",
  "Mutation.joinWithIdentity": "PUBLIC",
  "Mutation.beginPasskey": "SIGNED_IN",
  "Mutation.registerPasskey": "SIGNED_IN",
  "Mutation.removePasskey": "SIGNED_IN",
  // Whoever holds the link or a passkey, or has shown a password: that is their credential.
  "Mutation.askForPasskey": "PUBLIC",
  "Mutation.signInWithPasskey": "PUBLIC",
  "Query.invitation": "PUBLIC",
  "Mutation.acceptInvitation": "PUBLIC",
  "Mutation.completeSignIn": "PUBLIC",
  "Mutation.revealIdentityNumber": "REVEAL_IDENTITY",
  "Mutation.requestErasure": "REQUEST_ERASURE",
  "Mutation.withdrawErasure": "CONFIRM_ERASURE",
  "Mutation.confirmErasure": "CONFIRM_ERASURE",
  "Query.integrations": "MANAGE_INTEGRATIONS",
  "Mutation.createIntegration": "MANAGE_INTEGRATIONS",
  "Mutation.rotateIntegrationKey": "MANAGE_INTEGRATIONS",
  "Mutation.revokeIntegrationKey": "MANAGE_INTEGRATIONS",
  "Mutation.signIn": "PUBLIC",
  "Mutation.signOut": "PUBLIC",
  "Mutation.verifyAudit": "READ_AUDIT",
  "Mutation.cancelAuditVerification": "READ_AUDIT",
  "Mutation.changeCalendar": "EDIT_RULES",
  "Mutation.announcePolicy": "EDIT_RULES",
  "Mutation.withdrawPolicy": "EDIT_RULES",
  "Mutation.acceptCase": "ACCEPT_CASE",
  "Mutation.pauseCase": "ACT_ON_CASE",
  "Mutation.resumeCase": "ACT_ON_CASE",
  "Mutation.completeCase": "ACT_ON_CASE",
  "Mutation.handOverCase": "ACT_ON_CASE",
  "Mutation.mailCase": "ACT_ON_CASE",
  "Mutation.commitImport": "IMPORT_CASES",
  "Mutation.cancelImport": "IMPORT_CASES",
  "Mutation.undoImport": "UNDO_IMPORT",
  "Mutation.proposeScorecards": "PROPOSE_SCORECARD",
  "Mutation.confirmScorecardRow": "REVIEW_SCORECARD",
  "Mutation.overrideScorecardRow": "REVIEW_SCORECARD",
  "Mutation.confirmRowOverride": "CONFIRM_OVERRIDE",
  "Mutation.rejectRowOverride": "CONFIRM_OVERRIDE",
  "Mutation.sendScorecard": "SEND_SCORECARD",
  "Mutation.freezeScorecard": "FREEZE_SCORECARD",
};

/** Every operation of a schema, as `Query.cases`. */
export const operationsOf = (schema: GraphQLSchema): readonly string[] =>
  [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((name) => `${type?.name}.${name}`),
  );

/** Refuses to serve an operation of which nobody has said whose it is. */
export function demandActs(schema: GraphQLSchema): GraphQLSchema {
  const undeclared = operationsOf(schema).filter((name) => !(name in operationActs));
  if (undeclared.length > 0) throw new Error(`No act is named for ${undeclared.join(", ")}`);
  return schema;
}
