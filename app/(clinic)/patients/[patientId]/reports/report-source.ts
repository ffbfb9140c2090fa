/** Hands the record of an episode to the report's builder, as it stands at the end of a period. */
import "server-only";
import { sayField } from "@/components/visit/amend-editors";
import { pathName } from "@/components/visit/path-names";
import type { Progress } from "@/db/progress";
import type { EpisodeAddition } from "@/db/visit-event";
import { ageOn, type CalendarDay, daysBetween } from "@/domain/calendar-day";
import { fullName, recordNumber } from "@/domain/patient-name";
import { versionOn } from "@/domain/plan/adherence-count";
import { catalogueItem } from "@/domain/plan/catalogue";
import { doseOn } from "@/domain/plan/item";
import type { Phase } from "@/domain/vocabulary/phases";
import { doseWords, perWeekWords } from "@/messages/dose-words";
import type { ReportInput } from "@/report/report-input";

export type ReportMaker = { name: string; registration: string | null; at: Date };

/** null when no signed visit lies in the period. */
export function reportInput(
  progress: Progress,
  additions: readonly EpisodeAddition[],
  period: { from: CalendarDay; to: CalendarDay },
  maker: ReportMaker,
): ReportInput | null {
  const { course, dayZero, rules, birthDate, visits } = progress;
  const until = course.filter(({ visitOn }) => visitOn <= period.to);
  const last = until.at(-1);
  if (last === undefined || !until.some(({ visitOn }) => visitOn >= period.from)) return null;
  const signers = new Map(visits.map(({ id, signedBy }) => [id, signedBy]));
  return {
    language: "en",
    made_at: maker.at.toISOString(),
    clinic: {
      name: progress.clinicName,
      address: null,
      phone: progress.clinicPhone,
      registration: null,
      time_zone: progress.timeZone,
    },
    patient: {
      name: fullName(progress),
      born: birthDate,
      record_no: recordNumber(progress.number),
      referred_by: null,
    },
    episode: { day_zero: dayZero, complaint: progress.complaint },
    period,
    visits: until.map(({ visitId, record, result }) => ({
      visit: record,
      assessment: result,
      signed_by: signers.get(visitId) ?? null,
    })),
    additions: additions.map(({ visitOn, number, kind, by, at, reason, changes }) => ({
      ...{ on: visitOn, visit: number, kind, by, at: at.toISOString(), reason },
      changes: (changes ?? []).map(({ path, old, new: value }) => ({
        field: pathName(path),
        was: sayField(path, old),
        now: sayField(path, value),
      })),
    })),
    missed: progress.missed.filter((day) => day <= daysBetween(dayZero, period.to)),
    age: ageOn(birthDate, last.visitOn),
    goals: [],
    rules: { version: rules.version, values: rules.values },
    adopted: rules.adopted && { by: rules.adopted.name, on: rules.adopted.on },
    plan: planAt(progress, period.to),
    next: { review_on: progress.nextReviewOn, note: null },
    signature: { name: maker.name, title: null, registration: maker.registration, signed_at: maker.at.toISOString() },
  };
}

/** The plan in force at the end of the period, or until the end of the episode. */
function planAt({ plans, own, closedOn }: Progress, to: CalendarDay): ReportInput["plan"] {
  const on = closedOn !== null && closedOn < to ? closedOn : to;
  const found = versionOn(
    plans.flatMap(({ versions }) => versions),
    on,
  );
  if (!found) return null;
  return {
    version: found.number,
    phase: found.phase as Phase,
    assigned_on: found.effective_from,
    items: found.items.map((item) => {
      const dose = doseOn(item, on);
      return {
        exercise: item.exercise,
        name: catalogueItem(item.exercise, own)?.name ?? item.exercise,
        dose: [doseWords(dose), perWeekWords(dose.per_week)].filter((part) => part !== "").join(" · "),
      };
    }),
  };
}
