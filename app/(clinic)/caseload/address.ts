/** The caseload's filters as they stand in its address. */
import { type CaseloadFilter, COUNT_LIMIT } from "@/db/caseload";
import { CASELOAD_REASONS } from "@/domain/vocabulary/caseload-reasons";
import { PHASES } from "@/domain/vocabulary/phases";

export type CaseloadParams = Partial<Record<"q" | "phase" | "reason" | "mine" | "group" | "after", string | string[]>>;

/** What isn't known is not there. */
export function readFilter(params: CaseloadParams): CaseloadFilter {
  const one = (name: keyof CaseloadParams) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value) || undefined;
  };
  const group = one("group");
  return {
    search: one("q")?.slice(0, 100),
    phase: PHASES.find((phase) => phase === one("phase")),
    reason: CASELOAD_REASONS.find(({ id }) => id === one("reason"))?.id,
    mine: one("mine") === "1",
    group: group === "needs_me" || group === "closed" ? group : undefined,
    after: one("after"),
  };
}

/** A change of filter starts from the first page. */
export function hrefOf({ search, phase, reason, mine, group, after }: CaseloadFilter): string {
  const query = new URLSearchParams();
  if (search) query.set("q", search);
  if (phase) query.set("phase", phase);
  if (reason) query.set("reason", reason);
  if (mine) query.set("mine", "1");
  if (group) query.set("group", group);
  if (after) query.set("after", after);
  const text = query.toString();
  return text === "" ? "/caseload" : `/caseload?${text}`;
}

/** Counting stops at the limit: the number is then a lower bound and says so. */
export const countText = (n: number): string => (n >= COUNT_LIMIT ? `${COUNT_LIMIT}+` : String(n));
