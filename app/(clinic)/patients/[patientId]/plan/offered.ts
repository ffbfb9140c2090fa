/** What the desk offers for the next version, as the editor takes it. */
import type { Offered } from "@/components/plan/plan-data";
import type { PlanDesk } from "@/db/plan-desk";

export function offeredBy({ begin, shelf, proposal, versions }: PlanDesk): Offered {
  const isProposed = begin.from === "proposal";
  return {
    items: begin.items,
    shelf,
    template: isProposed ? (proposal?.template ?? null) : (versions[0]?.template ?? null),
    leftOut: isProposed ? (proposal?.left_out ?? []) : [],
    replaced: isProposed
      ? (proposal?.items ?? []).flatMap(({ exercise, instead_of }) =>
          instead_of === null ? [] : [{ exercise, instead_of }],
        )
      : [],
  };
}
