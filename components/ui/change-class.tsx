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
import type { ChangeClass } from "@/domain/assessment";
import status from "@/messages/en/status.json";
import { Chip, type Tone } from "./chip";
import { type StatusTone, StatusWord } from "./status-word";

/** The classes of the rules, and the two states in which nothing can be compared yet. */
export type ShownChange = ChangeClass | "measured_once" | "not_measured";

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

/** "Improved (important)": the clinician's whole words for a class. */
export function changeWords(shown: ShownChange): string {
  const { word, grade } = status.change[shown];
  return `${word} ${grade}`.trim();
}

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
