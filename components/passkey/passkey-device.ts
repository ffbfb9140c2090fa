/** The browser's side of passkeys; the library is fetched when somebody uses one. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import type { NewPasskeyAnswer, PasskeyAnswer } from "@/domain/confirmation";
import text from "@/messages/en/passkey.json";

export const isSupported = (): boolean => "PublicKeyCredential" in window;

export type Asked = { ok: true; answer: PasskeyAnswer } | { ok: false; message: string; signedOut: boolean };

/** Asks the server for a challenge and the person's device for its signature. */
export async function askPasskey(): Promise<Asked> {
  const options = await requestOptions();
  if (typeof options === "string") return { ok: false, message: options, signedOut: options === text.signedOut };
  try {
    const { startAuthentication } = await import("@simplewebauthn/browser");
    const { clientExtensionResults: _, ...answer } = await startAuthentication({ optionsJSON: options });
    return { ok: true, answer: { ...answer, clientExtensionResults: {} } };
  } catch {
    // Cancelled, timed out, or no device that holds one: the browser tells them apart for nobody.
    return { ok: false, message: text.cancelled, signedOut: false };
  }
}

async function requestOptions(): Promise<PublicKeyCredentialRequestOptionsJSON | string> {
  try {
    const response = await fetch("/api/auth/passkey", { method: "POST" });
    if (response.status === 401) return text.signedOut;
    if (!response.ok) return text.unreachable;
    const { options } = (await response.json()) as { options: PublicKeyCredentialRequestOptionsJSON | null };
    return options ?? text.none;
  } catch {
    return text.unreachable;
  }
}

/** Makes a passkey on this device or a key that is plugged in; null when the person or the browser would not. */
export async function makePasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<NewPasskeyAnswer | null> {
  try {
    const { startRegistration } = await import("@simplewebauthn/browser");
    const { id, rawId, type, authenticatorAttachment, response } = await startRegistration({ optionsJSON: options });
    if (type !== "public-key") return null;
    const { clientDataJSON, attestationObject, transports } = response;
    return {
      id,
      rawId,
      type,
      authenticatorAttachment,
      clientExtensionResults: {},
      response: { clientDataJSON, attestationObject, transports },
    };
  } catch {
    return null;
  }
}
