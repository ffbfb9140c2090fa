/** An email and a new password as people type them, with their faults in words. */
import { z } from "zod";
import { passwordFault } from "@/auth/password-rules";
import type { Messages } from "@/messages/rooms";

type Auth = Messages["auth"];

/** Compatibility forms are folded first, so that a full-width letter is no second address. */
export function emailField(faults: Auth["faults"]) {
  return z
    .string({ error: faults.required })
    .normalize("NFKC")
    .trim()
    .min(1, faults.required)
    .max(254, faults.tooLong)
    .pipe(z.email(faults.email));
}

/** Compare with the person's own names afterwards: passwordFault(password, [email, name]). */
export function newPassword({ passwordFaults, faults }: Pick<Auth, "passwordFaults" | "faults">) {
  return z.string({ error: faults.required }).superRefine((password, context) => {
    const fault = passwordFault(password);
    if (fault) context.addIssue({ code: "custom", message: passwordFaults[fault] });
  });
}
