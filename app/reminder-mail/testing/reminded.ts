/** People who asked for reminders, a clock to send them by, and what the mail server was handed: for the tests of both. */
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { reminderLinks } from "@/auth/one-time-link";
import { preTenantTransaction } from "@/db/client";
import { startReminders } from "@/db/reminder";
import { membership, userAccount } from "@/db/schema/account";
import type { Actor } from "@/db/scope";
import { type AssignedPlan, assignRows, type PatientActor } from "@/db/testing/assigned-plan";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { newTestClinic } from "@/db/testing/founded-clinic";
import { createPatientOf, workedCases } from "@/db/testing/worked-case";
import { newId } from "@/domain/new-id";
import { type MailServer, mailServer } from "../mail-server";
import { sendDueReminders } from "../rounds";
import { catchMail, type MailCatcher } from "./mail-catcher";

/** A Monday in London's winter, so the clinic's clock is UTC's. */
export const DAY = "2026-02-16";
export const at =
  (time: string, day = DAY) =>
  () =>
    new Date(`${day}T${time}:00Z`);

export type Reminded = {
  patient: PatientActor;
  place: { patientId: string; episodeId: string };
  assigned: AssignedPlan;
  email: string;
};

export type ReminderBench = {
  database: TestDatabase;
  catcher: MailCatcher;
  server: MailServer;
  clinician: Actor;
  /** Someone with a plan and an account, who asked on the Sunday for reminders from six in the evening. */
  reminded: (wish?: { language?: string }) => Promise<Reminded>;
  /** As the patient's own switch does it. */
  ask: (patient: PatientActor, hour: number, wish?: { language?: string; now?: Date }) => Promise<void>;
  /** One round at that time of the day. */
  round: (time: string, day?: string) => Promise<number>;
  receivers: () => string[];
};

/** Registers start and end with the test file; the returned object is filled when its tests run. */
export function reminderBench(): ReminderBench {
  const database = testDatabase();
  let count = 900;
  const ask: ReminderBench["ask"] = async (
    patient,
    hour,
    { language = "en", now = at("12:00", "2026-02-15")() } = {},
  ) => {
    const id = newId();
    const links = reminderLinks(id);
    if (links === null) throw new Error("no address for links");
    await startReminders(patient, { id, tokenHash: links.tokenHash, hour, language }, now);
  };
  const bench = {
    database,
    ask,
    round: (time, day) => sendDueReminders(bench.server, { now: at(time, day) }),
    receivers: () => bench.catcher.mails.map(({ to }) => to),
    reminded: async (wish) => {
      count += 1;
      const email = `p${count}@example.org`;
      const person = await personWithPlan(bench.clinician, count, email);
      await ask(person.patient, 18, wish);
      return { ...person, email };
    },
  } as ReminderBench;
  beforeAll(async () => {
    const catcher = await catchMail();
    vi.stubEnv("SMTP_URL", catcher.url);
    vi.stubEnv("MAIL_FROM", "Harbour Street <plan@clinic.example>");
    const server = mailServer();
    if (server === null) throw new Error("no mail server");
    Object.assign(bench, { catcher, server, clinician: (await newTestClinic()).owner });
  });
  afterAll(() => bench.catcher.close());
  beforeEach(async () => {
    // Each test has its own patients; whoever came before asked for nothing more.
    await database.admin`update subscription set ended_at = now()`;
    bench.catcher.mails.length = 0;
    bench.catcher.behave("take");
  });
  return bench;
}

async function personWithPlan(clinician: Actor, number: number, email: string) {
  const [worked] = workedCases();
  if (!worked) throw new Error("no worked case");
  const place = await createPatientOf(clinician, worked, number);
  const template = { id: "release_quad_dominant", phase: "release", on: "2026-02-12" } as const;
  const assigned = await assignRows(clinician, place, template);
  const ids = { userId: newId(), membershipId: newId() };
  await preTenantTransaction(async (tx) => {
    await tx.insert(userAccount).values({ id: ids.userId, email, displayName: "Case" });
    await tx.insert(membership).values({
      ...{ id: ids.membershipId, clinicId: clinician.clinicId, userId: ids.userId },
      ...{ role: "patient", patientId: place.patientId },
    });
  });
  const patient: PatientActor = {
    ...{ ...ids, clinicId: clinician.clinicId, patientId: place.patientId },
    ...{ role: "patient", loginId: newId(), aal: 1 },
  };
  return { place, assigned, patient };
}
