import { canManageAccounts, type Result } from "@signet/domain";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import {
  type ApiContext,
  badInput,
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  StepUpRequiredProblem,
} from "../../../platform/graphql/index.ts";
import { regionLoader } from "../../regions/index.ts";
import { vendorLoader } from "../../vendors/index.ts";
import { type AccountRow, readAccounts } from "../persistence/account-list.view.ts";
import type { Invitation } from "../use-cases/invitation.ts";
import { inviteAccount, type InviteProblem } from "../use-cases/invite-account.ts";
import {
  changeRoles,
  closeAccount,
  type ManageAccountProblem,
  reopenAccount,
  resetAccount,
  unlockAccount,
} from "../use-cases/manage-account.ts";
import { AccountActInput, ChangeRolesInput, InviteAccountInput } from "./account.input.ts";
import { AccountStateProblem, RolesProblem } from "./account-problems.ts";
import {
  AccountActResult,
  AccountActSuccess,
  AccountChangedProblem,
  InvitationResult,
  InvitationSuccess,
} from "./account.result.ts";

@Resolver()
export class AccountActResolver {
  @Mutation(() => InvitationResult, {
    description: "Makes an account, and the link with which its holder sets a password.",
  })
  async inviteAccount(
    @Arg("input", () => InviteAccountInput) input: InviteAccountInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof InvitationResult> {
    const { username, displayName } = input;
    await requirePlace(context, input);
    const wanted = { username, displayName: displayName.trim(), ...appointmentOf(input) };
    return invited(context, await inviteAccount(context, wanted));
  }

  @Mutation(() => InvitationResult, {
    description: "A new link for who lost password or telephone; both are void at once.",
  })
  async resetAccount(
    @Arg("input", () => AccountActInput) input: AccountActInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof InvitationResult> {
    return invited(context, await resetAccount(context, seenIn(input)), input.id);
  }

  @Mutation(() => AccountActResult, {
    description: "Gives an account other roles; its sessions end.",
  })
  async changeAccountRoles(
    @Arg("input", () => ChangeRolesInput) input: ChangeRolesInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof AccountActResult> {
    await requirePlace(context, input);
    return answer(context, input.id, changeRoles(context, seenIn(input), appointmentOf(input)));
  }

  @Mutation(() => AccountActResult, { description: "Closes an account; its sessions end." })
  closeAccount(
    @Arg("input", () => AccountActInput) input: AccountActInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof AccountActResult> {
    return answer(context, input.id, closeAccount(context, seenIn(input)));
  }

  @Mutation(() => AccountActResult, { description: "Opens a closed account again." })
  reopenAccount(
    @Arg("input", () => AccountActInput) input: AccountActInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof AccountActResult> {
    return answer(context, input.id, reopenAccount(context, seenIn(input)));
  }

  @Mutation(() => AccountActResult, { description: "Lets an account sign in before its time." })
  unlockAccount(
    @Arg("input", () => AccountActInput) input: AccountActInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof AccountActResult> {
    return answer(context, input.id, unlockAccount(context, seenIn(input)));
  }
}

/** Nobody is appointed to a vendor or a region that is not there. */
async function requirePlace(
  { caller: { actor }, loader }: ApiContext,
  { vendorId, regionCode }: { vendorId?: string | null; regionCode?: string | null },
): Promise<void> {
  if (!actor || !canManageAccounts(actor).ok) return;
  // The loader of vendors knows no absent one: elsewhere it follows references.
  if (
    vendorId &&
    !(await loader(vendorLoader)
      .load(vendorId)
      .catch(() => null))
  )
    throw badInput("vendorId", "is no vendor");
  if (regionCode && !(await loader(regionLoader).load(regionCode)))
    throw badInput("regionCode", "is no region of the league");
}

const seenIn = ({ id, revision }: AccountActInput) => ({ id, revision });

const appointmentOf = ({ roles, vendorId, regionCode }: InviteAccountInput | ChangeRolesInput) => ({
  roles: [...new Set(roles)],
  vendorId: vendorId ?? null,
  regionCode: regionCode ?? null,
});

async function answer(
  context: ApiContext,
  id: string,
  act: Promise<Result<unknown, ManageAccountProblem>>,
): Promise<typeof AccountActResult> {
  const done = await act;
  if (!done.ok) return problemOf(context, done.error, id);
  return Object.assign(new AccountActSuccess(), { account: await standing(context, id) });
}

async function invited(
  context: ApiContext,
  done: Result<Invitation, InviteProblem | ManageAccountProblem>,
  id: string | null = null,
): Promise<typeof InvitationResult> {
  if (!done.ok) return problemOf(context, done.error, id);
  const { accountId, token, expiresAt } = done.value;
  const account = await standing(context, accountId);
  return Object.assign(new InvitationSuccess(), { account, token, expiresAt });
}

async function problemOf(
  context: ApiContext,
  error: InviteProblem | ManageAccountProblem,
  id: string | null,
) {
  const { locale } = context;
  switch (error.code) {
    case "CHANGED_MEANWHILE":
      return Object.assign(new AccountChangedProblem(error.code, locale), {
        account: await standing(context, id ?? ""),
      });
    case "ROLES_NOT_ACCEPTED":
      return new RolesProblem(error.code, locale, error.faults);
    case "ACCOUNT_NOT_FOUND":
    case "ACCOUNT_ACT_DOES_NOT_FIT":
    case "USERNAME_TAKEN":
    case "LAST_ADMINISTRATOR":
      return new AccountStateProblem(error.code, locale);
    case "STEP_UP_REQUIRED":
      return new StepUpRequiredProblem(error.code, locale);
    case "IDEMPOTENCY_KEY_REUSED":
      return new IdempotencyKeyReusedProblem(error.code, locale);
    default:
      return new NotAllowedProblem(error.code, locale);
  }
}

async function standing({ em, clock }: ApiContext, id: string): Promise<AccountRow> {
  const page = { size: 1, backwards: false, username: null };
  const { rows } = await readAccounts(em, { id }, page, clock.now());
  const [account] = rows;
  if (!account) throw new Error(`Account ${id} went away`);
  return account;
}
