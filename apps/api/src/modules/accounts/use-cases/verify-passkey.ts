import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { LockMode } from "@mikro-orm/postgresql";
import { err, ok, type Result } from "@signet/domain";

import type { Unit } from "../../../platform/orm/index.ts";
import { Passkey } from "../persistence/passkey.entity.ts";
import { type ChallengeUse, isOurChallenge, spendChallenge } from "./passkey-challenge.ts";
import { handleOf, type PasskeyContext } from "./relying-party.ts";

/** What a passkey answers, in the fields of the standard; each in base64url. */
export interface PasskeyAnswer {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
  readonly userHandle: string | null;
}

/** A signature that is right. Whether the challenge was answered before is asked within the act. */
export interface PasskeyProof {
  readonly passkeyId: string;
  readonly userId: string;
  readonly challenge: string;
  readonly counter: number;
}

export interface PasskeyProblem {
  readonly code: "PASSKEY_NOT_ACCEPTED" | "PASSKEY_COUNTER_WENT_BACK";
}

/** Why it is not a proof: `owner` is whose failure it was, where it is one that counts. */
export interface NotProven {
  readonly owner: string | null;
}

/**
 * Verifies what a passkey signed: for us, on our page, with its owner present and verified, over a
 * challenge of ours. A passkey that is unknown, or of somebody else than `of`, answers like a wrong one.
 */
export async function verifyPasskey(
  context: PasskeyContext,
  answer: PasskeyAnswer,
  use: ChallengeUse,
  of: string | null,
): Promise<Result<PasskeyProof, NotProven>> {
  const passkey = await context.em
    .fork()
    .findOne(Passkey, { credentialId: answer.id, ...(of === null ? {} : { userId: of }) });
  if (!passkey) return err({ owner: of });
  let challenge = "";
  let isOurs = false;
  const signed = await verified(context, passkey, answer, (given) => {
    challenge = given;
    isOurs = isOurChallenge(context, use, given);
    return isOurs;
  });
  const { userHandle } = answer;
  // Whoever comes without a name is who the passkey says; with one, it may keep silent.
  const named = handleOf(passkey.userId).toString("base64url");
  const isNamed = userHandle === null ? of !== null : userHandle === named;
  // What answers no challenge of ours says nothing of its owner, and counts for nobody.
  if (signed === null || !isNamed) return err({ owner: isOurs ? passkey.userId : null });
  return ok({ passkeyId: passkey.id, userId: passkey.userId, challenge, counter: signed });
}

/** The count that was signed; null where the signature or anything that it covers is not right. */
async function verified(
  { relyingParty }: PasskeyContext,
  { credentialId, publicKey }: Passkey,
  { id, userHandle, ...response }: PasskeyAnswer,
  expectedChallenge: (challenge: string) => boolean,
): Promise<number | null> {
  try {
    const { verified: isRight, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: { ...response, ...(userHandle === null ? {} : { userHandle }) },
      },
      expectedChallenge,
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.id,
      requireUserVerification: true,
      // The count is compared by us, once the signature is known to be right: else anybody could
      // make it look as if a passkey had been copied.
      credential: { id: credentialId, publicKey: Uint8Array.from(publicKey), counter: 0 },
    });
    return isRight ? authenticationInfo.newCounter : null;
  } catch {
    // The library throws for whatever it does not take; none of it is a fault of ours.
    return null;
  }
}

/** Within the act: takes the proof, once, and moves the passkey's count on. */
export async function acceptPasskey(
  unit: Unit,
  { passkeyId, challenge, counter }: PasskeyProof,
): Promise<Result<null, PasskeyProblem>> {
  const passkey = await unit.tx.findOne(Passkey, passkeyId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
  });
  if (!passkey || !(await spendChallenge(unit, challenge)))
    return err({ code: "PASSKEY_NOT_ACCEPTED" });
  // Those that synchronise keep no count and say 0 for ever.
  const keepsCount = counter > 0 || passkey.counter > 0;
  if (keepsCount && counter <= passkey.counter) return err({ code: "PASSKEY_COUNTER_WENT_BACK" });
  passkey.counter = counter;
  passkey.lastUsedAt = unit.at;
  return ok(null);
}
