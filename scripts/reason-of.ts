/** Says in words why something failed, also where the error itself says nothing: a host with two addresses, none answering. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message !== "") return error.message;
  // Node tries every address of a host and gathers the failures, each with its address, under an empty message.
  const each = error instanceof AggregateError ? [...new Set(error.errors.map(reasonOf))] : [];
  if (each.length > 0) return each.join("; ");
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
