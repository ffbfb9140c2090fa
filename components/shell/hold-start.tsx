/** Says of a page that its script may wait (held-start.ts): it serves, and leads on, without one. */

/** `madeAt`: when the server made the page, ISO. */
export function HoldStart({ madeAt }: { madeAt: string }) {
  return <span hidden data-may-wait={madeAt} />;
}
