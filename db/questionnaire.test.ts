/** Questions before a visit: asked while due, stored once under the patient's own name, waiting for the clinician. */
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";
import { newId } from "@/domain/new-id";
import { questionnaireFill } from "@/domain/questionnaire/fill";
import { preTenantTransaction, transaction } from "./client";
import { handLogin, readHandedLogin, readLogin } from "./login";
import { portalQuestions, storeFill, tabletQuestions } from "./questionnaire";
import { psfsActivity, questionnaireResponse } from "./schema/finding";
import { episode } from "./schema/patient";
import type { Actor } from "./scope";
import { type PatientActor, patientActor } from "./testing/assigned-plan";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { createPatientOf, draftVisit, workedCases } from "./testing/worked-case";
import { openVisit } from "./visit-page";

testDatabase();
let clinician: Actor;
let today: CalendarDay;
let count = 700;

beforeAll(async () => {
  clinician = (await newTestClinic()).owner;
  today = dayIn("Europe/London", new Date());
});

async function newPatient() {
  const worked = workedCases().find(({ case_id }) => case_id === "C01")!;
  const place = await createPatientOf(clinician, worked, ++count);
  return { worked, place, patient: patientActor(clinician, place.patientId) };
}

const groc = (score: number) => ({
  instrument: "groc",
  version: "1",
  language: "en",
  filledAt: new Date().toISOString(),
  answers: { score },
});

const send = (actor: PatientActor, id: string, body: unknown, handedById: string | null = null) => {
  const at = new Date();
  const read = questionnaireFill.parse(body);
  return transaction(actor, (tx) => storeFill(tx, actor, { id, body: read, sentAt: at, receivedAt: at, handedById }));
};

describe("on the phone", () => {
  test("before the first visit everything but the change overall is asked; what was sent is not asked again", async () => {
    const { patient } = await newPatient();
    const before = await portalQuestions(patient, "en");
    expect(before).toMatchObject({ kind: "open", isEnded: false, waiting: [] });
    expect(before.kind === "open" && before.due.instruments).toEqual(["nprs", "psfs", "rmdq"]);

    const id = newId();
    const rmdq = { ...groc(0), instrument: "rmdq", version: "24", answers: { completed: true, ticked: [] } };
    expect((await send(patient, id, rmdq)).status).toBe(200);
    expect((await send(patient, id, rmdq)).status).toBe(200);
    const after = await portalQuestions(patient, "en");
    expect(after.kind === "open" && after.due.instruments).toEqual(["nprs", "psfs"]);
    expect(after).toMatchObject({ waiting: [{ instrument: "rmdq", on: today }] });
  });

  test("the clinician finds it on the visit, with who, when and in which words", async () => {
    const { patient, place, worked } = await newPatient();
    await send(patient, newId(), groc(-2));
    const { visitId } = await draftVisit(clinician, place.patientId, worked.visits[0]!);
    const opened = await openVisit(clinician, visitId);
    expect(opened?.responses).toMatchObject([{ instrument: "groc", score: -2, filledBy: "patient" }]);
    const [row] = await transaction(clinician, (tx) =>
      tx
        .select({
          by: questionnaireResponse.filledById,
          language: questionnaireResponse.language,
          version: questionnaireResponse.instrumentVersion,
          completed: questionnaireResponse.completed,
          accepted: questionnaireResponse.acceptedAt,
        })
        .from(questionnaireResponse)
        .where(eq(questionnaireResponse.patientId, place.patientId)),
    );
    expect(row).toMatchObject({
      by: patient.membershipId,
      language: "en",
      version: "1",
      completed: true,
      accepted: null,
    });
  });

  test("own activities are asked again under their ids, without an old score", async () => {
    const { patient, place } = await newPatient();
    const id = newId();
    await transaction(clinician, (tx) =>
      tx.insert(psfsActivity).values({
        clinicId: clinician.clinicId,
        id,
        patientId: place.patientId,
        episodeId: place.episodeId,
        activity: "Carrying my grandson",
        position: 0,
      }),
    );
    const asked = await portalQuestions(patient, "en");
    expect(asked).toMatchObject({ activities: [{ id, text: "Carrying my grandson" }] });
  });

  test("words we never asked in are not taken, nor anything for somebody else", async () => {
    const { patient } = await newPatient();
    expect((await send(patient, newId(), { ...groc(1), version: "9" })).status).toBe(400);
    const nobody = patientActor(clinician, newId());
    await expect(send(nobody, newId(), groc(1))).rejects.toThrow();
  });

  test("asked three days before the review, not earlier; on the clinic's tablet at any time", async () => {
    const { patient, place } = await newPatient();
    const reviewIn = (days: number) =>
      transaction(clinician, (tx) =>
        tx
          .update(episode)
          .set({ nextReviewOn: addDays(today, days) })
          .where(eq(episode.id, place.episodeId)),
      );
    await reviewIn(4);
    expect(await portalQuestions(patient, "en")).toMatchObject({ due: { opensOn: addDays(today, 1) } });
    expect((await tabletQuestions(patient, "en")).due.opensOn).toBeNull();
    await reviewIn(3);
    expect(await portalQuestions(patient, "en")).toMatchObject({ due: { opensOn: null } });
  });
});

describe("a tablet handed over", () => {
  test("its login is nobody's until it is taken back", async () => {
    const { owner } = await newTestClinic();
    const patientId = newId();
    await preTenantTransaction((tx) => handLogin(tx, owner.loginId, patientId));
    expect(await readLogin(owner.loginId)).toBeNull();
    expect(await readHandedLogin(owner.loginId)).toMatchObject({ patientId, staff: { actor: { role: "owner" } } });
    await preTenantTransaction((tx) => handLogin(tx, owner.loginId, null));
    expect(await readHandedLogin(owner.loginId)).toBeNull();
    expect(await readLogin(owner.loginId)).not.toBeNull();
  });

  test("who handed it over is kept beside the patient's answers", async () => {
    const { patient, place } = await newPatient();
    await send(patient, newId(), groc(3), clinician.membershipId);
    const rows = await transaction(clinician, (tx) =>
      tx
        .select({ patient: questionnaireResponse.patientId, handed: questionnaireResponse.handedById })
        .from(questionnaireResponse),
    );
    expect(rows).toContainEqual({ patient: place.patientId, handed: clinician.membershipId });
  });
});
