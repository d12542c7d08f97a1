/** Mutations that take no key, and why. */
export const unrepeatable: Readonly<Record<string, string>> = {
  signIn:
    "a remembered outcome would leave a failure uncounted and hand out a token without a session",
  signOut: "ends the session that it comes with: there is nobody left to repeat it",
  completeSignIn: "as signIn",
  acceptInvitation: "its link works once, which is its key",
  confirmIdentity: "a remembered proof would prove nothing",
  changePassword: "the old password is its key: it is not right a second time",
  beginSecondFactor: "its secret is shown, and a remembered outcome would keep it",
  confirmSecondFactor: "a code works once, which is its key",
  removeSecondFactor: "done twice it is done",
  renewRecoveryCodes: "its codes are shown, and a remembered outcome would keep them",
  endSession: "done twice it is done",
  endOtherSessions: "done twice it is done",
  inviteAccount: "its link is shown, and a remembered outcome would keep it; the name is its key",
  resetAccount: "its link is shown; the revision is its key",
  verifyAudit: "one verification goes on at a time, whoever asks",
  cancelAuditVerification: "done twice it is done",
  createIntegration: "its key is shown once: integrations.test.ts has what a repeated request gets",
  rotateIntegrationKey: "as createIntegration",
  revealIdentityNumber: "its grant is not remembered as an answer: personal-data.test.ts",
};
