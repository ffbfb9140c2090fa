/** Owns the demo clinic: made once, labelled as demo, with people whose password is generated and shown. */
import "server-only";
import { sql } from "drizzle-orm";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";
import { preTenantTransaction, type Tx, withinClinic } from "../client";
import { type DemoClinic, readDemoClinic } from "../demo";
import { foundClinic } from "../founding";
import { writeAdoption } from "../rule-set";
import type { Actor } from "../scope";
import { seedCourse } from "./course";
import { DEMO_COLLEAGUE, DEMO_OWNER, DEMO_PATIENT, DEMO_PEOPLE, DEMO_SUPERVISED } from "./demo-people";
import { seedPatientLogin, seedStaff } from "./people";
import { workedCases } from "./worked-cases";

const DEMO_ZONE = "Europe/London";
/** A slow computer takes its time; nobody else is there yet. */
const DEADLINE_MS = 120_000;

/** One load at a time: who presses twice waits for the first, not for the embedded engine's only connection. */
let loading: Promise<DemoClinic> | null = null;

/**
 * Makes the demo clinic, whole or not at all, unless it is there already; an existing one keeps its password.
 * `secret`: the password its people sign visits with, shown in the demo's banner, and that password's argon2id hash.
 */
export function loadDemoClinic(secret: DemoSecret): Promise<DemoClinic> {
  loading ??= makeDemoClinic(secret).finally(() => {
    loading = null;
  });
  return loading;
}

type DemoSecret = { password: string; passwordHash: string };

function makeDemoClinic(secret: DemoSecret): Promise<DemoClinic> {
  const today = dayIn(DEMO_ZONE, new Date());
  return preTenantTransaction(
    async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('counterpoise.first-run'))`);
      const existing = await readDemoClinic(tx);
      if (existing) return existing;
      const owner = await foundClinic(
        tx,
        {
          name: "Harbour Street Physiotherapy",
          timeZone: DEMO_ZONE,
          country: "GB",
          emergencyNumber: "999",
          // Ofcom keeps this range free for fiction.
          phone: "020 7946 0142",
          hours: "Mon–Fri 8:00–18:00",
          owner: { ...DEMO_OWNER, passwordHash: secret.passwordHash },
        },
        { password: secret.password },
      );
      const { passwordHash } = secret;
      const colleague = await seedStaff(tx, owner, { ...DEMO_COLLEAGUE, role: "clinician", passwordHash });
      const supervised = await seedStaff(tx, owner, {
        ...{ ...DEMO_SUPERVISED, role: "supervised_clinician", passwordHash },
        supervisorId: colleague.membershipId,
      });
      await withinClinic(tx, owner, () => writeAdoption(tx, owner, null, { name: DEMO_OWNER.name, on: today }));
      const team = { owner, colleague, supervised };
      const patientMembershipId = await seedPatients(tx, team, today);
      return { clinicId: owner.clinicId, clinicianMembershipId: owner.membershipId, patientMembershipId };
    },
    { deadlineMs: DEADLINE_MS },
  );
}

type Team = Record<"owner" | "colleague" | "supervised", Actor>;

/** Every worked case; returns the membership of the one who signs in as the demo patient. */
async function seedPatients(tx: Tx, team: Team, today: CalendarDay): Promise<string | null> {
  let patientMembershipId: string | null = null;
  for (const [index, worked] of (await workedCases([DEMO_OWNER.name, DEMO_COLLEAGUE.name])).entries()) {
    const person = DEMO_PEOPLE[worked.case_id];
    if (!person) throw new Error(`Nobody in the demo lives case ${worked.case_id}`);
    const { seenBy, seenDaysAgo, ...rest } = person;
    const actor = team[seenBy];
    const dayZero = addDays(today, -seenDaysAgo - (worked.visits.at(-1)?.day ?? 0));
    const { patientId } = await withinClinic(tx, actor, () =>
      seedCourse(tx, actor, worked, rest, { number: index + 1, dayZero, today }),
    );
    if (worked.case_id === DEMO_PATIENT) {
      patientMembershipId = await seedPatientLogin(tx, actor.clinicId, patientId, rest);
    }
  }
  return patientMembershipId;
}
