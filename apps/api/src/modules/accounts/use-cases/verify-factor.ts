import { type Err, err, ok, type Result } from "@signet/domain";

import type { Unit } from "../../../platform/orm/index.ts";
import { countFailure, countPasskeyFailure } from "./count-failure.ts";
import type { AccountLocked } from "./hold-account.ts";
import type { ChallengeUse } from "./passkey-challenge.ts";
import type { PasskeyContext } from "./relying-party.ts";
import { acceptCode, type CodeProof, verifyCode } from "./verify-code.ts";
import {
  acceptPasskey,
  type PasskeyAnswer,
  type PasskeyProblem,
  type PasskeyProof,
  verifyPasskey,
} from "./verify-passkey.ts";

/** What is given as second factor: a code, of the application or for recovery, or what a passkey signed. */
export type Factor = { readonly code: string } | { readonly passkey: PasskeyAnswer };

export type FactorProof = { readonly code: CodeProof } | { readonly passkey: PasskeyProof };

export type FactorProblem = { readonly code: "SECOND_FACTOR_WRONG" } | PasskeyProblem;

/** Whether a factor of an account is right as things stand; a wrong one is counted. */
export async function verifyFactor(
  context: PasskeyContext,
  userId: string,
  factor: Factor,
  use: ChallengeUse,
): Promise<Result<FactorProof, FactorProblem | AccountLocked>> {
  if ("code" in factor) {
    const proof = await verifyCode(context, userId, factor.code);
    return proof
      ? ok({ code: proof })
      : countFailure(context, userId, { code: "SECOND_FACTOR_WRONG" });
  }
  const verified = await verifyPasskey(context, factor.passkey, use, userId);
  if (verified.ok) return ok({ passkey: verified.value });
  const problem = { code: "PASSKEY_NOT_ACCEPTED" } as const;
  return verified.error.owner ? countFailure(context, userId, problem) : err(problem);
}

/** Within the act: takes what was right, once. */
export async function acceptFactor(
  unit: Unit,
  userId: string,
  proof: FactorProof,
): Promise<Result<null, FactorProblem>> {
  if ("passkey" in proof) return acceptPasskey(unit, proof.passkey);
  return (await acceptCode(unit, userId, proof.code))
    ? ok(null)
    : err({ code: "SECOND_FACTOR_WRONG" });
}

/** Counts what was right and could not be taken: it was taken before, or a passkey was copied. */
export async function countUntaken<P extends { readonly code: string }>(
  context: PasskeyContext,
  userId: string,
  proof: FactorProof,
  problem: P,
): Promise<Err<P | PasskeyProblem | AccountLocked>> {
  if (problem.code === "SECOND_FACTOR_WRONG") return countFailure(context, userId, problem);
  return "passkey" in proof && isOfPasskey(problem)
    ? countPasskeyFailure(context, problem, proof.passkey)
    : err(problem);
}

const isOfPasskey = (problem: { readonly code: string }): problem is PasskeyProblem =>
  problem.code === "PASSKEY_NOT_ACCEPTED" || problem.code === "PASSKEY_COUNTER_WENT_BACK";
