/** The look of a caseload reason: its icon, its tone and the one thing to do about it. */
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
import type { Tone } from "@/components/ui/chip";
import type { CaseloadReasonId } from "@/domain/vocabulary/caseload-reasons";

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
