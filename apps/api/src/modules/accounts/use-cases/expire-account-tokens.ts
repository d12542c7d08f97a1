import { expireRows, type WorkContext } from "../../../platform/orm/index.ts";

/** Takes away half-way sign-ins, invitations and answered challenges whose time is over. */
export async function expireAccountTokens(context: WorkContext): Promise<void> {
  await expireRows(context, {
    act: "account.expire-sign-ins",
    table: "pending_sign_in",
    key: "id",
    told: "ids",
  });
  await expireRows(context, {
    act: "account.expire-sign-ins",
    table: "provider_sign_in",
    key: "id",
    told: "ids",
  });
  await expireRows(context, {
    act: "account.expire-invitations",
    table: "account_invitation",
    key: "user_id",
    told: "ids",
  });
  await expireRows(context, {
    act: "account.expire-challenges",
    table: "spent_challenge",
    key: "digest",
    told: "digests",
  });
}
