/** One step easier or harder, and setting an item aside: each in one press, and why where it can't be. */
import { Pause, Play, TrendingDown, TrendingUp } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { ShelfItem } from "@/domain/plan/shelf";
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";
import type { ChangeItem, DraftItem, PlanEditorData } from "./plan-data";
import { listed } from "./plan-words";
import type { PlanDraft } from "./use-plan-draft";

const text = words.item;

export function StepButtons({
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

type PauseButtonProps = { item: DraftItem; shelf: ShelfItem | undefined; change: ChangeItem };

export function PauseButton({ item, shelf, change }: PauseButtonProps) {
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
