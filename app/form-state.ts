/** What a form action hands back to its form: errors beside their fields and everything that was typed. */
import type { ZodError } from "zod";

export type FormValues = Record<string, string | string[]>;

export type FormState =
  | { status: "idle" }
  | { status: "invalid"; fields: Record<string, string>; message?: string; values: FormValues }
  | { status: "refused"; message: string; values: FormValues }
  | { status: "done"; message?: string };

export const IDLE: FormState = { status: "idle" };

/** What was typed, so that a failed save can give it back; passwords and React's own fields stay behind. */
export function readValues(form: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    if (/password/i.test(name) || name.startsWith("$ACTION")) continue;
    const all = form.getAll(name).filter((value): value is string => typeof value === "string");
    const [only] = all;
    if (all.length === 1 && only !== undefined) values[name] = only;
    else if (all.length > 1) values[name] = all;
  }
  return values;
}

/** One message per field, the first that zod found; a path reads `items.0.sets`. */
export function invalid(error: ZodError, values: FormValues, message?: string): FormState {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = issue.path.join(".");
    if (!(name in fields)) fields[name] = issue.message;
  }
  return { status: "invalid", fields, values, ...(message === undefined ? {} : { message }) };
}

export function refused(message: string, values: FormValues): FormState {
  return { status: "refused", message, values };
}

export function typedValue(state: FormState, name: string): string | undefined {
  if (state.status !== "invalid" && state.status !== "refused") return undefined;
  const value = state.values[name];
  return Array.isArray(value) ? value[0] : value;
}

export function fieldError(state: FormState, name: string): string | undefined {
  return state.status === "invalid" ? state.fields[name] : undefined;
}
