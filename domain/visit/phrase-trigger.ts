/** What may call a phrase: apart from the phrases, which a form fills in without schemas. */
import * as z from "zod/mini";

/** Short and quick to type; letters and digits of any language. */
export const phraseTrigger = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,19}$/u));
