/** The index of the visit: its sections in order, what is done and what is open in each. */
"use client";

import { Circle, CircleCheck } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { lastAttended } from "@/domain/attended";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { goToSection } from "./go-to";
import { SECTIONS, type SectionId, type SectionState, sectionStates } from "./section-states";
import { useDraft, useJudged } from "./use-draft";

const ICON = { empty: Circle, open: HalfCircle, done: CircleCheck } as const;
const COLOUR = { empty: "text-muted", open: "text-warn", done: "text-ink" } as const;

/** What is open, first what keeps the visit from being signed. */
function leftWords(id: SectionId, { blocking, unconfirmed, left }: SectionState): string {
  if (blocking > 0) return fill(text.footer.blocking, { count: blocking });
  if (unconfirmed > 0) return fill(text.footer.unconfirmed, { count: unconfirmed });
  return fill(id === "screening" ? text.index.notAsked : text.index.notFinished, { count: left });
}

function HalfCircle({ size, className }: { size: number; className: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" width={size} height={size} className={className}>
      <circle cx={12} cy={12} r={10} fill="none" stroke="currentColor" strokeWidth={2.2} />
      <path d="M12 2a10 10 0 0 0 0 20z" fill="currentColor" />
    </svg>
  );
}

export function SectionIndex({ only }: { only?: readonly SectionId[] }) {
  const { data, sync } = useDraft();
  const states = JSON.parse(
    useJudged((judgement) => JSON.stringify(sectionStates(sync.fields.all(), judgement))),
  ) as Record<SectionId, SectionState>;
  const isFirst = lastAttended(data.earlier) === undefined;
  return (
    <nav aria-label={text.index.label} className="min-w-0">
      <p className="px-2 pb-1 text-caption font-bold text-muted max-md:hidden">{text.index.label}</p>
      <ul className="relative flex gap-1.5 overflow-x-auto max-md:px-4 max-md:py-2 md:grid md:gap-0.5">
        {(only ?? SECTIONS).map((id) => {
          const state = states[id];
          const Icon = ICON[state.state];
          return (
            <li key={id} className="shrink-0">
              <button
                type="button"
                onClick={() => goToSection(id)}
                className="flex w-full items-start gap-2 rounded-card px-2 py-1.5 text-left text-secondary font-strong hover:bg-sunken max-md:min-h-11 max-md:items-center max-md:rounded-touch max-md:border max-md:border-line-2 max-md:bg-surface max-md:px-3"
              >
                <Icon
                  aria-hidden
                  size={16}
                  strokeWidth={2.2}
                  className={classNames("mt-px shrink-0", COLOUR[state.state])}
                />
                <span>
                  {id === "since_last" && isFirst ? text.sections.subjective : text.sections[id]}
                  <span className="sr-only">, {text.index[state.state]}</span>
                  {state.state === "open" ? (
                    <span className="block text-caption font-normal text-muted">{leftWords(id, state)}</span>
                  ) : null}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
