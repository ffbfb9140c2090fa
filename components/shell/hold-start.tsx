/** Says of a page that its script may wait (held-start.ts): it serves, and leads on, without one. */

import { PAGE_END } from "./held-start";

/** At the end of the page, which is painted as a whole. `madeAt`: when the server made it, ISO. */
export function HoldStart({ madeAt }: { madeAt: string }) {
  return <span hidden id={PAGE_END} data-may-wait={madeAt} />;
}
