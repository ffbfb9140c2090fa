/** What the visit screen is given when it opens: plain data, the same on server and in the browser. */
import type { Owner } from "@/components/outbox/device-store";
import type { ServerField } from "@/components/outbox/draft-fields";
import type { VisitAssessment } from "@/domain/assessment";
import type { CalendarDay } from "@/domain/calendar-day";
import type { Proof } from "@/domain/confirmation";
import type { Sex, VisitRecord } from "@/domain/record";
import type { JudgingContext } from "@/domain/visit/judge-draft";
import type { LastTold } from "@/domain/visit/last-told";
import type { Phrase } from "@/domain/visit/phrases";
import type { Profile } from "@/domain/visit/profiles";
import type { ConsentId } from "@/domain/vocabulary/consent";
import type { FlagId } from "@/domain/vocabulary/flags";
import type { ScreenJudgement } from "./judge-screen";

export type EarlierVisit = {
  id: string;
  number: number | null;
  visitOn: CalendarDay;
  record: VisitRecord;
  result: VisitAssessment;
};

/** A questionnaire the patient filled and nobody has taken into a visit yet. */
export type WaitingResponse = {
  id: string;
  instrument: string;
  score: number | null;
  answers: unknown;
  filledBy: string;
  filledOn: CalendarDay;
  /** Day and time in the clinic's zone. */
  filledAt: string;
};

export type VisitData = {
  visitId: string;
  patientId: string;
  kind: "treatment" | "decision" | "contact" | "did_not_attend";
  visitOn: CalendarDay;
  number: number | null;
  version: number;
  today: CalendarDay;
  timeZone: string;
  owner: Owner;
  clinician: string;
  /** Before co-signature no override and no clearance. */
  isSupervised: boolean;
  patient: { name: string; firstName: string; number: string; age: number; sex: Sex; language: string };
  fields: ServerField[];
  judging: JudgingContext;
  /** Of the fields as they come: the browser judges again once they change. */
  judgement: ScreenJudgement;
  earlier: EarlierVisit[];
  standingConsents: ConsentId[];
  activities: { id: string; text: string }[];
  responses: WaitingResponse[];
  /** What earlier visits told that this one may take over. */
  told: LastTold;
  phrases: Phrase[];
  /** The clinician's own order of the flowsheet's rows. */
  measureOrders: Partial<Record<Profile, string[]>>;
  /** Blocking flags this draft has set, since when. */
  overlays: { flag: FlagId; setAt: string }[];
  /** Blocks of other visits that nobody has signed yet. */
  blocks: { flag: FlagId; by: string; at: string }[];
  /** The first signed visit after this one, in words; this one is a late entry then. */
  later: string | null;
  /** Names what of the patient's course this page was made from. */
  basis: string;
  ruleSetAdopted: boolean;
};

/** `stale`: the page shows what isn't so any more; `signedOut`: nothing was done, and signing in again leads on. */
export type ActRefusal = {
  ok: false;
  message: string;
  blocking?: { path: string; code: string }[];
  stale?: boolean;
  signedOut?: boolean;
};

/** A server's answer to an act of this screen. */
export type ActOutcome = { ok: true } | ActRefusal;

/** The acts that leave the browser; the route passes its server actions. */
export type VisitActs = {
  sign: (visitId: string, version: number, basis: string, proof: Proof) => Promise<ActOutcome>;
  move: (visitId: string, visitOn: CalendarDay) => Promise<ActOutcome>;
  discard: (visitId: string) => Promise<ActOutcome>;
  /** From here on this browser shows the patient their questionnaires and nothing else. */
  handOver: (patientId: string) => Promise<void>;
  keepOrder: (profile: Profile, rows: string[]) => Promise<void>;
};
