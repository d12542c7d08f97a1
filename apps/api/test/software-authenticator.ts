import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

import { isoCBOR } from "@simplewebauthn/server/helpers";

import { attestationMaker } from "./attestation-maker.ts";

/** What a page hands to `navigator.credentials`, as far as a device reads it. */
export interface MakingOptions {
  readonly challenge: string;
  readonly rp: { readonly id: string };
  readonly user: { readonly id: string };
}
export interface AskingOptions {
  readonly challenge: string;
  readonly rpId: string;
  readonly allowCredentials?: readonly { readonly id: string }[];
}

/** Where a device, or the page that it signs for, is not what it should be. */
export interface Oddities {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** Whether its holder was verified. */
  readonly isVerified?: boolean;
  readonly userHandle?: string | null;
  readonly type?: string;
  /** Whether the device vouches for the passkey itself, or its maker does with a certificate. */
  readonly attestedBy?: "itself" | "its maker";
}

const sha256 = (bytes: Buffer | string): Buffer => createHash("sha256").update(bytes).digest();
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const signed = (key: KeyObject, authData: Buffer, clientData: Buffer): Buffer =>
  sign("sha256", Buffer.concat([authData, sha256(clientData)]), key);
const flags = { present: 1, verified: 4, hasKey: 64 };

/** A device that makes one passkey and signs with it, as the standard says (WebAuthn, ES256). */
export class SoftwareAuthenticator {
  readonly id = text(randomBytes(32));
  /** What it counted last; 0 for ever in one that keeps no count. */
  count = 0;
  readonly #origin: string;
  readonly #keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  #userHandle = "";

  /** @param origin of the page in which it is used */
  constructor(origin: string, { keepsCount = true }: { readonly keepsCount?: boolean } = {}) {
    this.#origin = origin;
    this.#keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.count = keepsCount ? 1 : 0;
  }

  make({ challenge, rp, user }: MakingOptions, odd: Oddities = {}) {
    this.#userHandle = user.id;
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Uint8Array.from(Buffer.from(x, "base64url"))],
      [-3, Uint8Array.from(Buffer.from(y, "base64url"))],
    ]);
    const id = Buffer.from(this.id, "base64url");
    const idLength = Buffer.alloc(2);
    idLength.writeUInt16BE(id.length);
    const authData = Buffer.concat([
      this.#head(rp.id, flags.hasKey, odd),
      Buffer.alloc(16),
      idLength,
      id,
      isoCBOR.encode(key),
    ]);
    const clientData = this.#clientData("webauthn.create", challenge, odd);
    const attestation = new Map<string, unknown>([
      ["fmt", odd.attestedBy ? "packed" : "none"],
      ["attStmt", this.#statement(authData, clientData, odd)],
      ["authData", Uint8Array.from(authData)],
    ]);
    return {
      id: this.id,
      clientDataJSON: text(clientData),
      attestationObject: text(isoCBOR.encode(attestation as never)),
      transports: ["internal"],
    };
  }

  answer({ challenge, rpId }: AskingOptions, odd: Oddities = {}) {
    if (this.count > 0) this.count += 1;
    const authData = this.#head(rpId, 0, odd);
    const clientData = this.#clientData("webauthn.get", challenge, odd);
    const { userHandle = this.#userHandle } = odd;
    return {
      id: this.id,
      clientDataJSON: text(clientData),
      authenticatorData: text(authData),
      signature: text(signed(this.#keys.privateKey, authData, clientData)),
      userHandle,
    };
  }

  #statement(authData: Buffer, clientData: Buffer, { attestedBy }: Oddities): Map<string, unknown> {
    if (!attestedBy) return new Map();
    const { privateKey, certificate } = attestationMaker;
    const isByMaker = attestedBy === "its maker";
    const key = isByMaker ? privateKey : this.#keys.privateKey;
    return new Map<string, unknown>([
      ["alg", -7],
      ["sig", Uint8Array.from(signed(key, authData, clientData))],
      ...(isByMaker ? [["x5c", [Uint8Array.from(certificate)]] as const] : []),
    ]);
  }

  #head(rpId: string, more: number, { rpId: other, isVerified = true }: Oddities): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.count);
    const byte = flags.present | (isVerified ? flags.verified : 0) | more;
    return Buffer.concat([sha256(other ?? rpId), Buffer.of(byte), count]);
  }

  #clientData(type: string, challenge: string, odd: Oddities): Buffer {
    const said = { type, challenge, origin: this.#origin, crossOrigin: false };
    const { challenge: otherChallenge, origin, type: otherType } = odd;
    return Buffer.from(
      JSON.stringify({
        ...said,
        ...(otherType ? { type: otherType } : {}),
        ...(otherChallenge ? { challenge: otherChallenge } : {}),
        ...(origin ? { origin } : {}),
      }),
    );
  }
}
