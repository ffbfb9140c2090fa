/** Ids in a form are hostile input: a UUID or nothing. */
import { z } from "zod";

const Id = z.uuid();

export function readId(form: FormData, name: string): string | null {
  const read = Id.safeParse(form.get(name));
  return read.success ? read.data : null;
}
