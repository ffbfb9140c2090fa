/** Change classes in words, icons and colours (TOKENS.md, Status language); "no detectable change" is never green or red. */
import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  Equal,
  Info,
  type LucideIcon,
  TriangleAlert,
  Unlink,
} from "lucide-react";
import type { ReactNode } from "react";
import { changeWords, type ShownChange } from "@/messages/change-words";
import status from "@/messages/en/status.json";
import { Chip, type Tone } from "./chip";
import { type StatusTone, StatusWord } from "./status-word";

const LOOK: Record<ShownChange, { icon: LucideIcon; chip: Tone; word: StatusTone }> = {
  improved_important: { icon: CircleCheck, chip: "ok", word: "good" },
  improved_detectable: { icon: CircleCheck, chip: "ok-out", word: "good" },
  no_detectable_change: { icon: Equal, chip: "same", word: "same" },
  worsened_important: { icon: TriangleAlert, chip: "bad", word: "bad" },
  worsened_detectable: { icon: TriangleAlert, chip: "bad-out", word: "bad" },
  changed_descriptive: { icon: Info, chip: "muted", word: "muted" },
  measured_once: { icon: CircleDot, chip: "muted", word: "muted" },
  not_measured: { icon: CircleDashed, chip: "muted", word: "muted" },
  not_comparable: { icon: Unlink, chip: "muted", word: "muted" },
};

export type ChangeClassProps = {
  change: ShownChange;
  /** Where left and right differ, each is said by its letter. */
  side?: "L" | "R";
  /** Other words: a patient's page passes its own. */
  children?: ReactNode;
};

export function ChangeClassChip({ change, side, children }: ChangeClassProps) {
  return (
    <Chip tone={LOOK[change].chip} icon={LOOK[change].icon}>
      {side ? `${side} ` : ""}
      {children ?? changeWords(change)}
    </Chip>
  );
}

/** Two lines for narrow cells: the grade goes below and is never dropped; `delta` ("−2") ends the second line. */
export function ChangeClassWord({
  change,
  side,
  delta,
  stacked = false,
}: ChangeClassProps & { delta?: string; stacked?: boolean }) {
  const { word, grade } = status.change[change];
  return (
    <StatusWord tone={LOOK[change].word} icon={LOOK[change].icon} className="text-caption">
      {side ? `${side} ` : ""}
      {word} {stacked ? <br /> : null}
      {grade} {delta}
    </StatusWord>
  );
}
