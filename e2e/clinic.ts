/** A clinic of its own for a journey, with whoever it needs; nothing of it meets another journey. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { hash } from "@node-rs/argon2";
import { preTenantTransaction, transaction } from "@/db/client";
import { staffMember } from "@/db/schema/clinic";
import { clinicItem, clinicItemVersion } from "@/db/schema/clinic-item";
import type { Actor, Role } from "@/db/scope";
import { seedClinic } from "@/db/seed/clinic";
import { type CourseHabits, seedCourse } from "@/db/seed/course";
import { type SeedPerson, seedPatient } from "@/db/seed/patient";
import { seedPatientLogin, seedStaff } from "@/db/seed/people";
import type { VisitAssessment } from "@/domain/assessment";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { type FileCase, readCaseFile } from "@/domain/case-file";
import { dayIn } from "@/domain/clinic-clock";
import { newId } from "@/domain/new-id";
import { contentOfLibrary } from "@/domain/plan/clinic-item";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";

export const PASSWORD = "grey heron over wet slate";
const CHEAP = { memoryCost: 8_192, timeCost: 1, parallelism: 1 };

export const TODAY: CalendarDay = dayIn("Europe/London", new Date());

export type TestClinic = { name: string; owner: Actor; ownerName: string; ownerEmail: string };

export async function newClinic(): Promise<TestClinic> {
  const mark = randomBytes(4).toString("hex");
  const clinic = { name: `Quay ${mark}`, ownerName: "Nadia Okafor", ownerEmail: `owner-${mark}@quay.example` };
  const owner = await seedClinic({
    name: clinic.name,
    phone: "020 7946 0199",
    owner: { name: clinic.ownerName, email: clinic.ownerEmail, passwordHash: await hash(PASSWORD, CHEAP) },
  });
  return { ...clinic, owner };
}

/** Somebody else who works there, to stand as second clinician. */
export async function addColleague({ owner }: TestClinic, displayName: string): Promise<void> {
  const colleague = { clinicId: owner.clinicId, id: newId(), userId: newId(), role: "clinician", displayName } as const;
  await transaction(owner, (tx) => tx.insert(staffMember).values(colleague));
}

/** Somebody else who works there and signs in with the same password. */
export function addStaff({ owner }: TestClinic, role: Exclude<Role, "patient">, name: string): Promise<Actor> {
  return preTenantTransaction(async (tx) =>
    seedStaff(tx, owner, {
      ...{
        name,
        role,
        email: `${randomBytes(4).toString("hex")}@quay.example`,
        passwordHash: await hash(PASSWORD, CHEAP),
      },
      ...(role === "supervised_clinician" && { supervisorId: owner.membershipId }),
    }),
  );
}

export type WorkedCase = FileCase & { expected: VisitAssessment[] };

export function workedCase(id: string): WorkedCase {
  const file: unknown = JSON.parse(readFileSync("domain/cases.json", "utf8"));
  const worked = readCaseFile(file).find(({ case_id }) => case_id === id);
  const expected = (file as { cases: { case_id: string; expected: VisitAssessment[] }[] }).cases.find(
    ({ case_id }) => case_id === id,
  )?.expected;
  if (!worked || !expected) throw new Error(`no worked case ${id}`);
  return { ...worked, expected };
}

export type TestPatient = {
  patientId: string;
  episodeId: string;
  name: string;
  dayZero: CalendarDay;
  /** Who signs in on the patient's phone. */
  membershipId: string;
};

/** An exercise of the clinic's own, copied from the library. Returns its id. */
export async function addClinicItem(
  { owner }: TestClinic,
  name = "Hinge",
  copiedFrom: ExerciseId = "rdl_dl",
): Promise<string> {
  const { clinicId, membershipId: createdById } = owner;
  const [itemId, versionId] = [newId(), newId()];
  const content = contentOfLibrary(copiedFrom);
  if (!content) throw new Error("no library item to copy");
  await transaction(owner, async (tx) => {
    await tx.insert(clinicItem).values({ clinicId, id: itemId, copiedFrom, createdById });
    await tx
      .insert(clinicItemVersion)
      .values({ clinicId, id: versionId, itemId, number: 1, content: { ...content, name }, createdById });
  });
  return itemId;
}

const NAMES = { givenName: "Robin", occupation: "Baker", complaint: "Low back ache" };

/** A registered patient whose episode began `daysAgo`, with a login but without a visit. */
export async function addPatient(clinic: TestClinic, worked: WorkedCase, daysAgo: number): Promise<TestPatient> {
  return enrol(
    clinic,
    (actor, person, dayZero) =>
      transaction(actor, (tx) => seedPatient(tx, actor, worked, person, { number: nextNumber(), dayZero })),
    addDays(TODAY, -daysAgo),
  );
}

/** The first `visits` visits of a worked case lived through, the last of them `daysAgo`; plans assigned, sessions logged. */
export async function addCourse(
  clinic: TestClinic,
  worked: WorkedCase,
  { visits, daysAgo, ...habits }: { visits: number; daysAgo: number } & Partial<CourseHabits>,
): Promise<TestPatient> {
  const lived = worked.visits.slice(0, visits);
  const dayZero = addDays(TODAY, -daysAgo - (lived.at(-1)?.day ?? 0));
  return enrol(
    clinic,
    (actor, person) =>
      transaction(actor, (tx) =>
        seedCourse(
          tx,
          actor,
          { ...worked, visits: lived },
          { diligence: 0.8, ...habits, ...person },
          {
            ...{ number: nextNumber(), dayZero, today: TODAY },
          },
        ),
      ),
    dayZero,
  );
}

async function enrol(
  clinic: TestClinic,
  register: (
    actor: Actor,
    person: SeedPerson,
    dayZero: CalendarDay,
  ) => Promise<{ patientId: string; episodeId: string }>,
  dayZero: CalendarDay,
): Promise<TestPatient> {
  const person = { ...NAMES, familyName: `Vane${randomBytes(3).toString("hex")}` };
  const seeded = await register(clinic.owner, person, dayZero);
  const membershipId = await preTenantTransaction((tx) =>
    seedPatientLogin(tx, clinic.owner.clinicId, seeded.patientId, person),
  );
  return { ...seeded, name: `${person.givenName} ${person.familyName}`, dayZero, membershipId };
}

let number = 0;
/** Counts within this worker; each clinic is a journey's own. */
const nextNumber = (): number => {
  number += 1;
  return number;
};
