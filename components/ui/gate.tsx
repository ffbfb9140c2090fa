/** How a gate and its criteria stand. An open gate is no celebration: brand, not green. */
import {
  CircleCheck,
  CircleDashed,
  CircleDotDashed,
  CircleHelp,
  CircleX,
  DoorOpen,
  Lock,
  type LucideIcon,
} from "lucide-react";
import type { ReactNode } from "react";
import type { GateStatus } from "@/domain/assessment";
import status from "@/messages/en/status.json";
import { Chip, type Tone } from "./chip";
import { classNames } from "./class-names";

export type CriterionStatus = "met" | "not_met" | "one_of_two" | "no_data";

const GATE: Record<GateStatus, { icon: LucideIcon; tone: Tone }> = {
  open: { icon: DoorOpen, tone: "brand" },
  provisional: { icon: CircleDotDashed, tone: "brand" },
  closed: { icon: Lock, tone: "out" },
  cannot_evaluate: { icon: CircleHelp, tone: "muted" },
};

const CRITERION: Record<CriterionStatus, { icon: LucideIcon; colour: string }> = {
  met: { icon: CircleCheck, colour: "text-good" },
  not_met: { icon: CircleX, colour: "text-bad" },
  one_of_two: { icon: CircleDotDashed, colour: "text-brand-ink" },
  no_data: { icon: CircleDashed, colour: "text-muted" },
};

export function GateStatusChip({ gate, children }: { gate: GateStatus; children?: ReactNode }) {
  return (
    <Chip tone={GATE[gate].tone} icon={GATE[gate].icon}>
      {children ?? status.gate[gate]}
    </Chip>
  );
}

/** The list that holds `CriterionRow`s. */
export function CriterionList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {children}
    </ul>
  );
}

export type CriterionRowProps = {
  status: CriterionStatus;
  /** The reason code it stands for while it isn't met. */
  code?: string;
  title: ReactNode;
  /** What was found, under the title. */
  detail?: ReactNode;
  /** Visit and date the value comes from. */
  source?: ReactNode;
};

export function CriterionRow({ status: state, code, title, detail, source }: CriterionRowProps) {
  const { icon: Icon, colour } = CRITERION[state];
  return (
    <li data-reason={state === "met" ? undefined : code} className="flex items-start gap-2 py-2 text-secondary">
      <Icon aria-hidden size={16} strokeWidth={2.2} className={classNames("mt-px shrink-0", colour)} />
      <div className="min-w-0 flex-1">
        <div className="font-strong">{title}</div>
        {detail === undefined ? null : <div className="text-caption text-muted">{detail}</div>}
      </div>
      <div className="shrink-0 text-right">
        <div className={classNames("font-bold", colour)}>{status.criterion[state]}</div>
        {source === undefined ? null : <div className="text-caption text-muted">{source}</div>}
      </div>
    </li>
  );
}
