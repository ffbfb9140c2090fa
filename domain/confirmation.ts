/** How a signed-in person shows once more that it is them, before an act that needs it: the password or a passkey. */
import { z } from "zod";

export const CONFIRMED_BY = ["password", "passkey"] as const;
export type ConfirmedBy = (typeof CONFIRMED_BY)[number];

const encoded = z
  .string()
  .min(1)
  .max(8_192)
  .regex(/^[\w-]+$/);
const attachment = z.enum(["platform", "cross-platform"]).optional();

/** What a browser answers when a passkey signed a challenge (WebAuthn, AuthenticationResponseJSON); all base64url. */
export const passkeyAnswer = z.object({
  id: encoded,
  rawId: encoded,
  type: z.literal("public-key"),
  authenticatorAttachment: attachment,
  clientExtensionResults: z.object({}),
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: encoded.optional(),
  }),
});
export type PasskeyAnswer = z.infer<typeof passkeyAnswer>;

/** What a browser answers when a new passkey was made (RegistrationResponseJSON). */
export const newPasskeyAnswer = z.object({
  id: encoded,
  rawId: encoded,
  type: z.literal("public-key"),
  authenticatorAttachment: attachment,
  clientExtensionResults: z.object({}),
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});
export type NewPasskeyAnswer = z.infer<typeof newPasskeyAnswer>;

export const proof = z.union([
  z.strictObject({ password: z.string().min(1).max(1024) }),
  z.strictObject({ passkey: passkeyAnswer }),
]);
export type Proof = z.infer<typeof proof>;
