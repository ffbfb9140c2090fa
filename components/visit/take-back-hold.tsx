/** A hold that was set by mistake in this draft is taken back with a reason; the server keeps it until there is one. */
"use client";

import { draftPath } from "@/domain/visit/fields";
import type { FlagId } from "@/domain/vocabulary/flags";
import { OnDemand, partOf } from "./on-demand";
import { useRejection } from "./use-draft";

const takeBackForm = partOf(async () => (await import("./take-back-form")).TakeBackForm);

export function TakeBackHold({ flag }: { flag: FlagId }) {
  const rejected = useRejection(draftPath.screening(flag));
  return rejected === "lift_needs_reason" ? <OnDemand part={takeBackForm} flag={flag} /> : null;
}
