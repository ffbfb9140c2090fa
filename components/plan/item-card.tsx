/** One item of the plan: figure, dose, what limits it; opened, its dose is typed in place. */
"use client";

import { ChevronDown, ChevronUp, GripVertical, Trash2 } from "lucide-react";
import type { KeyboardEvent } from "react";
import { dayText } from "@/components/chart/value-text";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { ShelfItem } from "@/domain/plan/shelf";
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";
import { DoseFields } from "./dose-fields";
import { HiddenItem, Standing } from "./item-standing";
import { PauseButton, StepButtons } from "./item-steps";
import type { DraftItem, PlanEditorData } from "./plan-data";
import { doseLine } from "./plan-words";
import type { PlanDraft } from "./use-plan-draft";

export type ItemCardProps = {
  item: DraftItem;
  index: number;
  draft: PlanDraft;
  data: PlanEditorData;
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  /** Says where the item went. */
  onMoved: (to: number) => void;
  drag: { isOver: boolean; onStart: () => void; onOver: () => void; onDrop: () => void; onEnd: () => void };
};

const text = words.item;

export function ItemCard({ item, index, draft, data, isOpen, onOpen, onMoved, drag }: ItemCardProps) {
  const shelf = draft.offered.shelf.find(({ id }) => id === item.exercise);
  const name = data.names.exercises[item.exercise] ?? item.exercise;
  const change = (part: Partial<DraftItem>) => draft.change(item.id, part);
  const hidden = item.paused === null ? (shelf?.verdict.hidden_by ?? []) : [];
  const bodyId = `${item.id}-body`;

  function move(to: number) {
    if (to < 0 || to >= draft.items.length) return;
    draft.move(item.id, to);
    onMoved(to);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    move(index + (event.key === "ArrowUp" ? -1 : 1));
  }

  return (
    <li
      onDragOver={(event) => {
        event.preventDefault();
        drag.onOver();
      }}
      onDrop={(event) => {
        event.preventDefault();
        drag.onDrop();
      }}
      className={classNames(
        "rounded-card border bg-surface",
        isOpen ? "border-2 border-brand" : "border-line",
        item.paused !== null && "border-dashed border-line-2",
        drag.isOver && "outline-2 outline-focus",
      )}
    >
      <div className="relative flex gap-2 p-2 sm:flex-col sm:gap-0">
        <button
          type="button"
          draggable
          onDragStart={drag.onStart}
          onDragEnd={drag.onEnd}
          onKeyDown={onKeyDown}
          aria-label={fill(text.move, { name })}
          className="absolute top-1 left-1 grid size-7 cursor-grab place-items-center rounded-chip text-muted hover:bg-sunken max-sm:hidden"
        >
          <GripVertical aria-hidden size={15} />
        </button>
        <div className="flex w-24 shrink-0 items-center justify-center sm:h-16 sm:w-full" aria-hidden>
          {data.figures[item.exercise]}
        </div>
        <div className="min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={bodyId}
            aria-label={fill(isOpen ? text.close : text.edit, { name })}
            onClick={() => onOpen(!isOpen)}
            className="flex w-full items-start justify-between gap-2 rounded-chip text-left max-sm:min-h-11"
          >
            <span className="text-card">{name}</span>
            {isOpen ? <ChevronUp aria-hidden size={16} /> : <ChevronDown aria-hidden size={16} />}
          </button>
          <p className="text-secondary">{doseLine(item.dose)}</p>
          <p className="text-caption text-muted">
            {[
              ...(item.dose.tempo === null ? [] : [fill(text.tempo, { tempo: item.dose.tempo })]),
              fill(text.pain_limit, { n: item.pain_limit }),
              ...traits(shelf),
              ...dates(item, data.today),
            ].join(" · ")}
          </p>
          {isOpen && shelf !== undefined && shelf.cautions !== null ? (
            <p className="mt-1 text-caption text-muted">{shelf.cautions}</p>
          ) : null}
          <Standing item={item} data={data} shelf={shelf} change={change} />
        </div>
      </div>
      {isOpen ? null : (
        <div className="flex justify-end gap-1 px-2 pb-2 empty:hidden">
          <StepButtons item={item} shelf={shelf} draft={draft} data={data} compact />
        </div>
      )}
      {hidden.length > 0 ? <HiddenItem item={item} hidden={hidden} data={data} change={change} /> : null}
      {isOpen ? (
        <div id={bodyId} className="grid gap-3 rounded-b-card border-t border-line bg-brand-wash p-3">
          <DoseFields key={item.exercise} item={item} shelf={shelf} onChange={change} onFault={draft.mark} />
          <div className="flex flex-wrap gap-1.5">
            <StepButtons item={item} shelf={shelf} draft={draft} data={data} />
            <Button size="sm" onClick={() => move(index - 1)} aria-disabled={index === 0 || undefined}>
              <ChevronUp aria-hidden size={15} />
              {text.up}
            </Button>
            <Button
              size="sm"
              onClick={() => move(index + 1)}
              aria-disabled={index === draft.items.length - 1 || undefined}
            >
              <ChevronDown aria-hidden size={15} />
              {text.down}
            </Button>
            <PauseButton item={item} shelf={shelf} change={change} />
            <Button size="sm" onClick={() => draft.remove(item.id)}>
              <Trash2 aria-hidden size={15} />
              {text.remove}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  );
}

function traits(shelf: ShelfItem | undefined): string[] {
  return (["low_load", "quad_length", "quad_strength"] as const).flatMap((trait) =>
    shelf?.[trait] === true ? [text[trait]] : [],
  );
}

function dates(item: DraftItem, today: string): string[] {
  const from = item.from > today ? fill(text.from_on, { from: dayText(item.from) }) : null;
  const until = item.until === null ? null : fill(text.until_on, { until: dayText(item.until) });
  return [from, until].filter((part) => part !== null);
}
