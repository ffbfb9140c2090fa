/** Reports of the worked cases for the tests: their record, folded by the rules, with invented names around it. */
import { addDays } from "@/domain/calendar-day";
import workedCases from "@/domain/cases.json";
import type { EpisodeRecord } from "@/domain/record";
import { foldEpisode } from "@/domain/rules/course";
import { DEFAULT_RULES } from "@/domain/rules/rule-set";
import type { ReportInput } from "@/report/report-input";

type WorkedCase = EpisodeRecord & { case_id: string; title: string };

export const WORKED_CASES = workedCases.cases as unknown as WorkedCase[];
export const DAY_ZERO = "2026-09-02";

/** The report of a worked case over its whole course. */
export function sampleReport(caseId: string): ReportInput {
  const worked = WORKED_CASES.find(({ case_id }) => case_id === caseId);
  if (worked === undefined) throw new Error(`no worked case ${caseId}`);
  const results = foldEpisode(worked);
  const last = worked.visits.at(-1)?.day ?? 0;
  const to = addDays(DAY_ZERO, last);
  return {
    language: "en",
    made_at: `${to}T12:52:00Z`,
    clinic: {
      name: "Harbour Street Physiotherapy",
      address: "12 Harbour Street, Norhaven",
      phone: "555 0142",
      registration: "PT-20871",
      time_zone: "Europe/Berlin",
    },
    patient: { name: "Amara Reyes-Lind", born: "1992-05-14", record_no: "CP-0412", referred_by: "Dr. H. Quist" },
    episode: { day_zero: DAY_ZERO, complaint: "Low back pain when sitting" },
    period: { from: DAY_ZERO, to },
    visits: worked.visits.flatMap((record, i) => {
      const assessment = results[i];
      return assessment === undefined ? [] : [{ visit: record, assessment, signed_by: "Marit Oduya" }];
    }),
    additions: [],
    missed: [],
    age: worked.patient.age,
    goals: [],
    rules: DEFAULT_RULES,
    adopted: { by: "Marit Oduya", on: "2026-09-01" },
    plan: {
      version: 2,
      phase: "release",
      assigned_on: "2026-09-16",
      items: [
        { exercise: "foam_quad", name: "Foam roll front of thigh", dose: "2 × 60 s, 5 days a week" },
        { exercise: "stretch_quad_side", name: "Side-lying quadriceps stretch", dose: "3 × 30 s, 5 days a week" },
        { exercise: "walk_easy", name: "Easy walking", dose: "5–15 min, daily" },
      ],
    },
    next: { review_on: addDays(to, 7), note: "Hamstring and quadriceps force will be tested again." },
    signature: {
      name: "Marit Oduya",
      title: "Physiotherapist",
      registration: "PT-20871",
      signed_at: `${to}T12:52:00Z`,
    },
  };
}
