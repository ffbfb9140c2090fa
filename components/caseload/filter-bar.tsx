/** Filters of the caseload as links with what stands behind each; the phase by its own small form. */
import { FilterLinks } from "@/components/ui/tabs";
import type { CaseloadReasonId } from "@/domain/vocabulary/caseload-reasons";
import { CASELOAD_REASONS } from "@/domain/vocabulary/caseload-reasons";
import { PHASES, type Phase } from "@/domain/vocabulary/phases";
import words from "@/messages/en/caseload.json";
import status from "@/messages/en/status.json";

export type ShownFilter = {
  search?: string | undefined;
  phase?: Phase | undefined;
  reason?: CaseloadReasonId | undefined;
  mine?: boolean | undefined;
  group?: "needs_me" | "closed" | undefined;
};

export type FilterBarProps = {
  filter: ShownFilter;
  counts: { active: string; needsMe: string; reasons: Partial<Record<CaseloadReasonId, string>> };
  hrefOf: (filter: ShownFilter) => string;
};

export function FilterBar({ filter, counts, hrefOf }: FilterBarProps) {
  const { phase, mine, reason, group } = filter;
  const within = { phase, mine };
  const link = (label: string, target: ShownFilter, count?: string) => ({
    href: hrefOf(target),
    label: (
      <>
        {label}
        {count === undefined ? null : <span className="font-normal opacity-85">{count}</span>}
      </>
    ),
    current: target.reason === reason && target.group === group,
  });
  const reasons = CASELOAD_REASONS.flatMap(({ id }) => {
    const count = counts.reasons[id];
    if (count === undefined && id !== reason) return [];
    return [link(words.filtersShort[id], { ...within, reason: id }, count ?? "0")];
  });
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <FilterLinks
        label={words.filters.label}
        items={[
          link(words.filters.all, within, counts.active),
          link(words.filters.needs, { ...within, group: "needs_me" }, counts.needsMe),
          ...reasons,
          link(words.filters.closed, { ...within, group: "closed" }),
        ]}
      />
      <div className="flex flex-wrap items-center gap-2">
        <FilterLinks
          label={words.filters.mine}
          items={[
            { href: hrefOf({ ...filter, mine: undefined }), label: words.filters.everyone, current: mine !== true },
            { href: hrefOf({ ...filter, mine: true }), label: words.filters.mine, current: mine === true },
          ]}
        />
        <PhaseLinks filter={filter} hrefOf={hrefOf} />
      </div>
    </div>
  );
}

function PhaseLinks({ filter, hrefOf }: Pick<FilterBarProps, "filter" | "hrefOf">) {
  const { phase } = filter;
  const items = [
    { href: hrefOf({ ...filter, phase: undefined }), label: words.filters.anyPhase, current: phase === undefined },
    ...PHASES.map((one) => ({
      href: hrefOf({ ...filter, phase: one }),
      label: status.phase[one],
      current: phase === one,
    })),
  ];
  return (
    <details className="relative">
      <summary className="flex min-h-7 list-none items-center gap-1.5 rounded-chip border border-line-2 bg-surface px-2.5 text-secondary font-strong hover:border-field max-sm:min-h-11 [&::-webkit-details-marker]:hidden">
        {words.filters.phase}: {phase === undefined ? words.filters.anyPhase : status.phase[phase]}
      </summary>
      <div className="absolute right-0 z-5 mt-1 rounded-card border border-line-2 bg-surface p-3 shadow-dialog max-sm:right-auto max-sm:left-0">
        <FilterLinks label={words.filters.phase} items={items} />
      </div>
    </details>
  );
}
