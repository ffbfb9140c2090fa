/** One item of the plan: figure, dose, what limits it; opened, its dose is typed in place. */
"use client";

import { ChevronDown, ChevronUp, GripVertical, Pause, Play, Trash2, TrendingDown, TrendingUp } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { dayText } from "@/components/chart/value-text";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { TextArea } from "@/components/ui/text-input";
import type { ShelfItem } from "@/domain/plan/shelf";
import { doseWords, perWeekWords } from "@/messages/dose-words";
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";
import { DoseFields } from "./dose-fields";
import type { DraftItem, PlanEditorData } from "./plan-data";
import { listed } from "./plan-words";
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
const doseLine = (dose: DraftItem["dose"]) =>
  [doseWords(dose), perWeekWords(dose.per_week)].filter((part) => part !== "").join(" · ");

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
          <Standing item={item} data={data} shelf={shelf} change={change} />
        </div>
      </div>
      {isOpen ? null : (
        <div className="flex justify-end gap-1 px-2 pb-2 empty:hidden">
          <StepButtons item={item} shelf={shelf} draft={draft} data={data} compact />
        </div>
      )}
      {hidden.length > 0 ? <Hidden item={item} hidden={hidden} data={data} change={change} /> : null}
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

type Change = (part: Partial<DraftItem>) => void;

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

/** What holds for this item today: paused, limited, smaller dose. */
function Standing({
  item,
  data,
  shelf,
  change,
}: {
  item: DraftItem;
  data: PlanEditorData;
  shelf: ShelfItem | undefined;
  change: Change;
}) {
  const isDue = item.reduced !== null && data.today > item.reduced.until;
  return (
    <div className="mt-1 grid gap-1 empty:hidden">
      {item.paused === null ? null : (
        <div>
          <Chip tone="warn">{text.paused[item.paused]}</Chip>
        </div>
      )}
      {shelf !== undefined && !shelf.allowed && item.paused === null ? (
        <p className="text-secondary font-semi text-bad">{text.closed}</p>
      ) : null}
      {(shelf?.verdict.texts ?? []).map(({ condition, text: said }) => (
        <p key={condition} className="rounded-chip bg-warn-wash px-2 py-1 text-caption text-warn">
          <strong>{data.names.conditions[condition]}:</strong> {said}
        </p>
      ))}
      {item.reduced === null ? null : (
        <div className="rounded-chip bg-same-wash px-2 py-1 text-caption text-same">
          <p>
            {isDue
              ? fill(text.former_due, { on: dayText(item.reduced.until) })
              : fill(text.reduced, { on: dayText(item.reduced.until), dose: doseLine(item.reduced.dose) })}
          </p>
          <Button size="sm" variant="quiet" onClick={() => change({ reduced: null })}>
            {text.former}
          </Button>
        </div>
      )}
    </div>
  );
}

function Hidden({
  item,
  hidden,
  data,
  change,
}: {
  item: DraftItem;
  hidden: readonly string[];
  data: PlanEditorData;
  change: Change;
}) {
  const conditions = listed(hidden, data.names.conditions);
  return (
    <div className="grid gap-2 border-t border-line bg-bad-wash p-3 text-secondary text-bad">
      <p className="font-semi">{fill(text.hidden, { conditions })}</p>
      {item.override === null ? (
        <div>
          <Button size="sm" onClick={() => change({ override: { conditions: [...hidden], reason: "" } })}>
            {text.override}
          </Button>
        </div>
      ) : (
        <TextArea
          name={`${item.id}.override`}
          label={fill(text.override_reason, { conditions })}
          hint={fill(text.override_hint, { n: data.reasonMin })}
          rows={2}
          maxLength={1000}
          value={item.override.reason}
          onChange={(event) => change({ override: { conditions: [...hidden], reason: event.target.value } })}
        />
      )}
    </div>
  );
}

function StepButtons({
  item,
  shelf,
  draft,
  data,
  compact = false,
}: {
  item: DraftItem;
  shelf: ShelfItem | undefined;
  draft: PlanDraft;
  data: PlanEditorData;
  /** On the closed card: icons with their words read aloud. */
  compact?: boolean;
}) {
  if (shelf === undefined || (compact && shelf.harder === null && shelf.easier === null)) return null;
  const { exercises, conditions } = data.names;
  const step = (icon: ReactNode, label: string, to: ShelfItem | undefined) => (
    <Button
      size="sm"
      {...(compact ? { "aria-label": fill(text.step_of, { step: label, name: shelf.name }), title: label } : {})}
      className={compact ? "max-sm:min-w-11" : undefined}
      aria-disabled={to === undefined || undefined}
      onClick={() => {
        if (to !== undefined) draft.swap(item.id, to);
      }}
    >
      {icon}
      {compact ? null : label}
    </Button>
  );
  const target = (id: string | null) => draft.offered.shelf.find((entry) => entry.id === id);
  const harder = shelf.harder;
  const to = harder?.allowed === true ? target(harder.to) : undefined;
  const name = harder === null ? "" : (exercises[harder.to] ?? harder.to);
  const isStopped = shelf.verdict.cap.progress === false;
  const isHidden = to !== undefined && to.verdict.effect === "hide";
  const label = isStopped
    ? text.harder_stopped
    : harder === null
      ? text.end_of_chain
      : !harder.allowed
        ? fill(text.harder_closed, { name })
        : isHidden
          ? fill(text.harder_hidden, { name, conditions: listed(to.verdict.hidden_by, conditions) })
          : fill(text.harder, { name });
  const easier = target(shelf.easier);
  return (
    <>
      {easier === undefined
        ? null
        : step(<TrendingDown aria-hidden size={15} />, fill(text.easier, { name: easier.name }), easier)}
      {step(<TrendingUp aria-hidden size={15} />, label, isStopped || isHidden ? undefined : to)}
    </>
  );
}

function PauseButton({ item, shelf, change }: { item: DraftItem; shelf: ShelfItem | undefined; change: Change }) {
  if (item.paused === null)
    return (
      <Button size="sm" onClick={() => change({ paused: "clinician" })}>
        <Pause aria-hidden size={15} />
        {text.pause}
      </Button>
    );
  return (
    <Button
      size="sm"
      aria-disabled={shelf?.allowed !== true || undefined}
      onClick={() => shelf?.allowed === true && change({ paused: null })}
    >
      <Play aria-hidden size={15} />
      {text.resume}
    </Button>
  );
}
