import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { COSEALG, decodeAttestationObject } from "@simplewebauthn/server/helpers";

import { type ChallengeUse, isOurChallenge } from "./passkey-challenge.ts";
import type { PasskeyContext } from "./relying-party.ts";

/** What a browser answers when it has made a passkey; all but the transports in base64url. */
export interface NewPasskey {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly attestationObject: string;
  readonly transports: readonly string[];
}

/** Those that every browser and device of these years knows. */
export const algorithms = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256];

interface VerifiedPasskey {
  readonly challenge: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
}

/** The key of a passkey made for us, on our page, over a challenge of ours; null of every other. */
export async function verifyNewPasskey(
  context: PasskeyContext,
  { id, clientDataJSON, attestationObject, transports }: NewPasskey,
  use: ChallengeUse,
): Promise<VerifiedPasskey | null> {
  const { relyingParty } = context;
  let challenge = "";
  try {
    if (namesAMaker(attestationObject)) return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: (given) => {
        challenge = given;
        return isOurChallenge(context, use, given);
      },
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified || registrationInfo.credential.id !== id) return null;
    const { publicKey, counter } = registrationInfo.credential;
    return {
      challenge,
      credentialId: id,
      publicKey: Buffer.from(publicKey),
      counter,
      transports: [...transports],
    };
  } catch {
    // The library throws for whatever it does not take; none of it is a fault of ours.
    return null;
  }
}

/**
 * We ask for no word of the maker's. A statement with certificates comes from no browser that we
 * asked, and to verify it would mean to fetch from addresses that it names.
 */
function namesAMaker(attestationObject: string): boolean {
  const said = decodeAttestationObject(Buffer.from(attestationObject, "base64url"));
  const fmt = said.get("fmt");
  return fmt !== "none" && (fmt !== "packed" || said.get("attStmt").get("x5c") !== undefined);
}
