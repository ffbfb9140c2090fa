/** A caseload reason in words, with its icon, its tone and the one thing to do about it. */
import {
  CalendarOff,
  CircleDotDashed,
  ClipboardList,
  FileClock,
  FilePenLine,
  GitCompare,
  Hourglass,
  type LucideIcon,
  MessageSquareText,
  OctagonAlert,
  OctagonPause,
  PenLine,
  ShieldAlert,
  TrendingUp,
  UserX,
} from "lucide-react";
import { dayText } from "@/components/chart/value-text";
import type { Tone } from "@/components/ui/chip";
import { type CalendarDay, daysBetween } from "@/domain/calendar-day";
import type { Reason } from "@/domain/caseload/caseload";
import type { CaseloadReasonId } from "@/domain/vocabulary/caseload-reasons";
import { flagById } from "@/domain/vocabulary/flags";
import words from "@/messages/en/caseload.json";
import { fill } from "@/messages/fill";

export type ReasonAct = "call" | "assign" | "visit" | "openVisit" | "read" | "review" | "visits" | "record";

const LOOK: Record<CaseloadReasonId, { icon: LucideIcon; tone: Tone; act: ReasonAct }> = {
  hold_open: { icon: OctagonPause, tone: "bad", act: "review" },
  red_stop: { icon: OctagonAlert, tone: "bad", act: "call" },
  recheck_overdue: { icon: ShieldAlert, tone: "bad", act: "visit" },
  plan_mismatch: { icon: GitCompare, tone: "warn", act: "assign" },
  flare: { icon: TrendingUp, tone: "warn", act: "visit" },
  patient_wrote: { icon: MessageSquareText, tone: "brand", act: "read" },
  second_pass: { icon: CircleDotDashed, tone: "brand", act: "visit" },
  ready_to_advance: { icon: GitCompare, tone: "brand", act: "assign" },
  plateau: { icon: Hourglass, tone: "same", act: "review" },
  protect_review: { icon: Hourglass, tone: "same", act: "visit" },
  unsigned: { icon: FilePenLine, tone: "out", act: "openVisit" },
  cosign: { icon: PenLine, tone: "out", act: "visits" },
  ack_due: { icon: ShieldAlert, tone: "warn", act: "visit" },
  data_old: { icon: FileClock, tone: "same", act: "visit" },
  review_overdue: { icon: CalendarOff, tone: "same", act: "call" },
  not_attending: { icon: UserX, tone: "same", act: "call" },
  no_log: { icon: CalendarOff, tone: "same", act: "call" },
  questionnaire_waiting: { icon: ClipboardList, tone: "same", act: "review" },
  consent_missing: { icon: PenLine, tone: "out", act: "record" },
  membership_expiring: { icon: UserX, tone: "out", act: "record" },
};

export const reasonLook = (id: CaseloadReasonId) => LOOK[id];

const short = (on: CalendarDay | undefined, today: CalendarDay): string =>
  on === undefined ? "" : dayText(on, { year: on.slice(0, 4) !== today.slice(0, 4) });

export function reasonText({ id, params }: Pick<Reason, "id" | "params">, today: CalendarDay): string {
  const { date, from, to, since, rise, what, flag, name } = params;
  const template = id === "second_pass" && from === undefined ? words.reasons.second_pass_open : words.reasons[id];
  return fill(template, {
    date: short(date ?? since, today),
    from: short(from, today),
    to: short(to, today),
    n: since === undefined ? "" : daysBetween(since, today),
    rise: rise ?? "",
    what: what === undefined ? "" : words.stops[what],
    flag: flag === undefined ? "" : flagById(flag).name,
    name: name ?? "",
  });
}
