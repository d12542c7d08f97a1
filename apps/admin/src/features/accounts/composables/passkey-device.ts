import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";

import type { PasskeyAnswerInput, RegisterPasskeyInput } from "../../../graphql/graphql.ts";

/** Why a device gave nothing; a word for each is in the texts. */
export type PasskeyTrouble = "cancelled" | "known" | "address" | "device" | "failed";
type Given<T> = { readonly given: T } | { readonly trouble: PasskeyTrouble };

/** Whether this browser has passkeys; over plain http it has none. */
export const hasPasskeys = (): boolean => typeof window.PublicKeyCredential === "function";

/** Loaded when somebody wants a passkey, and not before. */
const library = () => import("@simplewebauthn/browser");

/** Has the device make a passkey; its holder is asked by the browser. */
export const makePasskey = (
  options: Record<string, unknown>,
): Promise<Given<Omit<RegisterPasskeyInput, "name">>> =>
  ask(async () => {
    const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
    const { startRegistration } = await library();
    const { id, response } = await startRegistration({ optionsJSON });
    const { clientDataJSON, attestationObject, transports = [] } = response;
    return { id, clientDataJSON, attestationObject, transports };
  });

/** Has a device answer for its holder. */
export const askPasskey = (options: Record<string, unknown>): Promise<Given<PasskeyAnswerInput>> =>
  ask(async () => {
    const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
    const { startAuthentication } = await library();
    const { id, response } = await startAuthentication({ optionsJSON });
    const { clientDataJSON, authenticatorData, signature, userHandle = null } = response;
    return { id, clientDataJSON, authenticatorData, signature, userHandle };
  });

async function ask<T>(work: () => Promise<T>): Promise<Given<T>> {
  try {
    return { given: await work() };
  } catch (error) {
    return { trouble: troubleOf(error as { readonly name?: string }) };
  }
}

/** Browsers say the same of a holder who declines and of one who does nothing for too long. */
const troubles: Readonly<Record<string, PasskeyTrouble>> = {
  NotAllowedError: "cancelled",
  AbortError: "cancelled",
  InvalidStateError: "known",
  SecurityError: "address",
  ConstraintError: "device",
  NotSupportedError: "device",
};
const troubleOf = ({ name = "" }: { readonly name?: string }): PasskeyTrouble =>
  troubles[name] ?? "failed";
