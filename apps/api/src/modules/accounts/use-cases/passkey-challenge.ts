import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import type { Unit, WorkContext } from "../../../platform/orm/index.ts";

/** What a challenge may be answered for, and by whom: a session, a half-way sign-in, or whoever comes. */
export type ChallengeUse =
  | { readonly purpose: "SIGN_IN" }
  | { readonly purpose: "SECOND_FACTOR"; readonly pendingId: string }
  | { readonly purpose: "REGISTER" | "CONFIRM_IDENTITY"; readonly sessionId: string };

const nonceBytes = 24;
const timeBytes = 6;
const signedBytes = nonceBytes + timeBytes;

type Given = Pick<WorkContext, "vault" | "clock">;

/**
 * A challenge that says by itself what it is good for and how long. Nothing is written for it:
 * anybody may ask for one, and whoever asks a thousand times fills no table and waits at no chain.
 */
export function makeChallenge({ vault, clock }: Given, use: ChallengeUse): Buffer<ArrayBuffer> {
  const now = clock.now();
  const until = Buffer.alloc(timeBytes);
  until.writeUIntBE(now.getTime() + accountRulesAt(now).signInMs, 0, timeBytes);
  const signed = Buffer.concat([randomBytes(nonceBytes), until]);
  return Buffer.concat([signed, hashOf({ vault, clock }, use, signed)]);
}

/** Whether we made it, for this use, a short while ago. That it was not answered before is asked last. */
export function isOurChallenge(given: Given, use: ChallengeUse, challenge: string): boolean {
  const bytes = Buffer.from(challenge, "base64url");
  const signed = bytes.subarray(0, signedBytes);
  const expected = hashOf(given, use, signed);
  if (bytes.length !== signedBytes + expected.length) return false;
  if (!timingSafeEqual(bytes.subarray(signedBytes), expected)) return false;
  return expiryOf(bytes) > given.clock.now().getTime();
}

/** Takes a challenge for answered; false where it was before. */
export async function spendChallenge({ tx }: Unit, challenge: string): Promise<boolean> {
  const bytes = Buffer.from(challenge, "base64url");
  const digest = createHash("sha256").update(bytes).digest("base64url");
  const spent: unknown[] = await tx.execute(
    `insert into spent_challenge (digest, expires_at) values (?, ?)
     on conflict do nothing returning 1`,
    [digest, new Date(expiryOf(bytes))],
  );
  return spent.length > 0;
}

const expiryOf = (bytes: Buffer): number => bytes.readUIntBE(nonceBytes, timeBytes);

function hashOf({ vault }: Given, use: ChallengeUse, signed: Buffer): Buffer {
  const holder = "pendingId" in use ? use.pendingId : "sessionId" in use ? use.sessionId : "";
  return vault.challengeHash(`${use.purpose} ${holder} ${signed.toString("hex")}`);
}
