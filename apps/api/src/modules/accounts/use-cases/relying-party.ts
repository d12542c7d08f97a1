import type { WorkContext } from "../../../platform/orm/index.ts";

/** For whom passkeys are made: nothing signs for another name, and nothing is taken from another page. */
export interface RelyingParty {
  /** The host's name, without a port. */
  readonly id: string;
  /** Scheme, name and port of the pages. */
  readonly origin: string;
}

export interface PasskeyContext extends WorkContext {
  readonly relyingParty: RelyingParty;
}

/** What a signing device is shown beside the account's name. */
export const relyingPartyName = "Signet";

/** What a passkey knows an account by. */
export const handleOf = (accountId: string): Buffer<ArrayBuffer> =>
  Buffer.from(accountId.replaceAll("-", ""), "hex");
