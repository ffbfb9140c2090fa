import { beforeAll, describe, expect, test } from "vitest";
import type { VisitAssessment } from "@/domain/assessment";
import { addDays, daysBetween } from "@/domain/calendar-day";
import cases from "@/domain/cases.json";
import { dayIn } from "@/domain/clinic-clock";
import type { PlanItem } from "@/domain/plan/item";
import { countsTowardsAdherence, dueItems } from "@/domain/plan/schedule";
import { transaction } from "../client";
import { type DemoClinic, findDemoClinic } from "../demo";
import { runningPlan } from "../plan-history";
import type { Actor } from "../scope";
import { testDatabase } from "../testing/database";
import { loadDemoClinic } from "./demo";
import { DEMO_PATIENT, DEMO_PEOPLE } from "./demo-people";

const database = testDatabase();
const today = dayIn("Europe/London", new Date());
const secret = { password: "abcd-efgh-ijkl-mnop", passwordHash: "not-a-hash" };
let demo: DemoClinic;

beforeAll(async () => {
  if (database.target) demo = await loadDemoClinic(secret);
}, 120_000);

type Expected = Omit<VisitAssessment, "adherence"> & { adherence?: { pct: number | null; band: string } };
const worked = (cases as unknown as { cases: { case_id: string; expected: Expected[] }[] }).cases;

/** What is stored of one patient's visits, in order. */
async function visitsOf(caseId: string) {
  const person = DEMO_PEOPLE[caseId]!;
  return database.admin<{ result: VisitAssessment; visit_on: string; signed_at: Date }[]>`
    select a.result, v.visit_on::text, v.signed_at from assessment a join visit v on v.clinic_id = a.clinic_id and v.id = a.visit_id
    join patient p on p.clinic_id = v.clinic_id and p.id = v.patient_id
    where p.family_name = ${person.familyName} and p.given_name = ${person.givenName} order by v.visit_on, v.seq`;
}

const codes = (result: Omit<VisitAssessment, "adherence">) => ({
  phases: [result.phase_before, result.phase_after],
  gate: result.gate && { ...result.gate, reasons: [...result.gate.reasons].sort() },
  regress: result.regress,
  notices: [...result.notices].sort(),
  pattern: result.pattern,
  safety: result.safety,
  changes: result.changes_vs_baseline.map(({ measure, side, class: change }) => `${measure}.${side} ${change}`).sort(),
});

describe("each worked case lives in the demo", () => {
  for (const { case_id, expected } of worked) {
    test(`${case_id} was assessed as it should be, its last visit a few days ago`, async () => {
      const visits = await visitsOf(case_id);
      expect(visits).toHaveLength(expected.length);
      for (const [index, { result }] of visits.entries()) {
        // C12's second visit holds no override here: the screen refuses one with so short a reason.
        const isWithoutOverride = case_id === "C12" && index === 1;
        const { notices, ...shown } = codes(result);
        const { notices: told, ...wanted } = codes(expected[index]!);
        expect(shown).toEqual(wanted);
        if (!isWithoutOverride) expect(notices).toEqual(told);
      }
      const ago = daysBetween(visits.at(-1)!.visit_on, today);
      expect(ago).toBe(DEMO_PEOPLE[case_id]!.seenDaysAgo);
    });
  }

  test("signed in order, each on its day", async () => {
    for (const { case_id } of worked) {
      const visits = await visitsOf(case_id);
      for (const { visit_on, signed_at } of visits) expect(dayIn("Europe/London", signed_at)).toBe(visit_on);
    }
  });

  test("exercised at home as often as the case says", async () => {
    const logged = worked.flatMap(({ case_id, expected }) =>
      expected.flatMap(({ adherence }, index) => (adherence ? [{ case_id, index, band: adherence.band }] : [])),
    );
    expect(logged.length).toBeGreaterThan(10);
    for (const { case_id, index, band } of logged) {
      const { result } = (await visitsOf(case_id))[index]!;
      expect({ case_id, index, band: result.adherence?.band }).toEqual({ case_id, index, band });
    }
  });
});

describe("the demo clinic", () => {
  test("is made once and can be found", async () => {
    expect(await loadDemoClinic({ password: "another", passwordHash: "x" })).toEqual(demo);
    expect(await findDemoClinic()).toEqual(demo);
  });

  test("has an owner, a clinician, and a supervised clinician under her", async () => {
    const staff = await database.admin`select m.role, s.display_name as supervisor from staff_member m
      left join staff_member s on s.clinic_id = m.clinic_id and s.id = m.supervisor_id
      where m.clinic_id = ${demo.clinicId} order by m.role`;
    expect([...staff]).toEqual([
      { role: "owner", supervisor: null },
      { role: "clinician", supervisor: null },
      { role: "supervised_clinician", supervisor: "Tomás Rivera" },
    ]);
  });

  test("gives the demo patient a plan in force with exercises due today, none of them logged yet", async () => {
    const [row] = await database.admin<{ patient_id: string; user_id: string; episode_id: string }[]>`
      select m.patient_id, m.user_id, e.id as episode_id from membership m join episode e on e.patient_id = m.patient_id
      where m.id = ${demo.patientMembershipId}`;
    const actor: Actor = {
      userId: row!.user_id,
      membershipId: demo.patientMembershipId!,
      clinicId: demo.clinicId,
      role: "patient",
      loginId: "",
      patientId: row!.patient_id,
      aal: 1,
    };
    const plan = await transaction(actor, (tx) => runningPlan(tx, actor, row!.episode_id));
    const items: readonly PlanItem[] = plan!.versions.at(-1)!.items;
    expect(dueItems(items, today).filter((item) => countsTowardsAdherence(item)).length).toBeGreaterThan(1);
    const days = await database.admin<{ on: string }[]>`select performed_on::text as on from home_session
      where patient_id = ${row!.patient_id} order by performed_on`;
    expect(days.length).toBeGreaterThan(10);
    expect(days.every(({ on }) => on <= addDays(today, -1))).toBe(true);
    const expectedName = DEMO_PEOPLE[DEMO_PATIENT]!;
    const [person] = await database.admin`select given_name as name from patient where id = ${row!.patient_id}`;
    expect(person!.name).toBe(expectedName.givenName);
  });

  test("has patients who need someone, for different reasons, and some who don't", async () => {
    const rows = await database.admin<{ reasons: { id: string }[] }[]>`select reasons from caseload_row`;
    expect(rows).toHaveLength(worked.length);
    const reasons = new Set(rows.flatMap((row) => row.reasons.map(({ id }) => id)));
    expect([...reasons]).toEqual(
      expect.arrayContaining(["red_stop", "flare", "patient_wrote", "ready_to_advance", "cosign"]),
    );
    expect(rows.filter((row) => row.reasons.length === 0).length).toBeGreaterThan(2);
  });

  test("logs pain between 0 and 10, in the exercises never above the worst of the day", async () => {
    const [row] = await database.admin<{ low: number; high: number; odd: number }[]>`
      select min(pain_worst24h)::int as low, max(pain_worst24h)::int as high,
        count(*) filter (where pain_during > pain_worst24h)::int as odd from home_session`;
    expect(row!.low).toBeGreaterThanOrEqual(0);
    expect(row!.high).toBeLessThanOrEqual(10);
    expect(row!.odd).toBe(0);
  });
});
