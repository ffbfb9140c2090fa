import { and, asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/domain/new-id";
import { transaction } from "./client";
import { measurement, questionnaireResponse } from "./schema/finding";
import type { Actor } from "./scope";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { createPatientOf, draftVisit, signDraft, workedCases } from "./testing/worked-case";
import { startVisit } from "./visit";
import { saveDraftFields } from "./visit-draft";
import { openVisit } from "./visit-page";

testDatabase();
const worked = workedCases().find(({ case_id }) => case_id === "C01")!;

async function answeredBefore(actor: Actor, place: { patientId: string; episodeId: string }) {
  const id = newId();
  await transaction(actor, (tx) =>
    tx.insert(questionnaireResponse).values({
      ...place,
      clinicId: actor.clinicId,
      id,
      instrument: "nprs",
      instrumentVersion: "1",
      language: "en",
      filledBy: "patient",
      answers: { areas: [{ side: "M", current: 0, best: 0, worst: 4 }] },
      score: 4,
      completed: true,
    }),
  );
  return id;
}

const put = (actor: Actor, visitId: string, fields: { path: string; value: unknown }[]) =>
  transaction(actor, (tx) =>
    saveDraftFields(
      tx,
      actor,
      visitId,
      fields.map((field) => ({ ...field, base: 0 })),
    ),
  );

const acceptance = (actor: Actor, id: string) =>
  transaction(actor, (tx) =>
    tx
      .select({
        visitId: questionnaireResponse.visitId,
        by: questionnaireResponse.acceptedById,
        at: questionnaireResponse.acceptedAt,
      })
      .from(questionnaireResponse)
      .where(and(eq(questionnaireResponse.clinicId, actor.clinicId), eq(questionnaireResponse.id, id))),
  );

test("pain the patient gave beforehand counts once the visit that took it in is signed, with who and when", async () => {
  const { owner } = await newTestClinic();
  const place = await createPatientOf(owner, worked, 1);
  const [taken, left] = [await answeredBefore(owner, place), await answeredBefore(owner, place)];
  const first = { ...worked.visits[0]!, measures: [] };
  const { visitId } = await draftVisit(owner, place.patientId, first, 64);
  await put(owner, visitId, [
    { path: "measure.nprs_worst.M", value: { value: "4" } },
    { path: "responses", value: { accepted: [taken], left: [left] } },
  ]);
  expect((await openVisit(owner, visitId))?.responses.map(({ id }) => id).sort()).toEqual([taken, left].sort());
  expect(await signDraft(owner, visitId)).toMatchObject({ ok: true });
  expect(await acceptance(owner, taken)).toMatchObject([{ visitId, by: owner.membershipId, at: expect.any(Date) }]);
  expect(await acceptance(owner, left)).toEqual([{ visitId: null, by: null, at: null }]);
  const rows = await transaction(owner, (tx) =>
    tx
      .select({ measure: measurement.measure, value: measurement.value })
      .from(measurement)
      .where(and(eq(measurement.clinicId, owner.clinicId), eq(measurement.visitId, visitId))),
  );
  expect(rows).toEqual([{ measure: "nprs_worst", value: 4 }]);
  // What was left for another visit is offered there.
  const next = await startVisit(owner, { patientId: place.patientId, kind: "treatment" });
  if (!next.ok) throw new Error(next.reason);
  expect((await openVisit(owner, next.visitId))?.responses.map(({ id }) => id)).toEqual([left]);
});

test("what was changed at the visit is the clinician's own row beside what the patient sent; unfinished it has no score", async () => {
  const { owner } = await newTestClinic();
  const place = await createPatientOf(owner, worked, 1);
  const taken = await answeredBefore(owner, place);
  const { visitId } = await draftVisit(owner, place.patientId, { ...worked.visits[0]!, measures: [] }, 64);
  const source = { filled_by: "guardian", filled_on: "2026-03-02", response_id: taken };
  await put(owner, visitId, [
    { path: "measure.nprs_worst.M", value: { value: "4", ...source } },
    { path: "questionnaire.groc", value: { score: 2, filled_by: "clinician" } },
    { path: "questionnaire.rmdq", value: { completed: false, ticked: [1, 2] } },
    { path: "responses", value: { accepted: [taken], left: [] } },
  ]);
  expect(await signDraft(owner, visitId)).toMatchObject({ ok: true });
  const rows = await transaction(owner, (tx) =>
    tx
      .select({
        instrument: questionnaireResponse.instrument,
        by: questionnaireResponse.filledBy,
        score: questionnaireResponse.score,
        completed: questionnaireResponse.completed,
      })
      .from(questionnaireResponse)
      .where(and(eq(questionnaireResponse.clinicId, owner.clinicId), eq(questionnaireResponse.visitId, visitId)))
      .orderBy(asc(questionnaireResponse.instrument)),
  );
  expect(rows).toEqual([
    { instrument: "groc", by: "clinician", score: 2, completed: true },
    { instrument: "nprs", by: "patient", score: 4, completed: true },
    { instrument: "rmdq", by: "clinician", score: null, completed: false },
  ]);
  const signed = await openVisit(owner, visitId);
  const { entries } = JSON.parse(signed?.signedText ?? "{}");
  expect(entries.measurements).toContainEqual(expect.objectContaining({ measure: "nprs_worst", source }));
});

test("another patient's response is not taken over", async () => {
  const { owner } = await newTestClinic();
  const [mine, other] = [await createPatientOf(owner, worked, 1), await createPatientOf(owner, worked, 2)];
  const foreign = await answeredBefore(owner, other);
  const { visitId } = await draftVisit(owner, mine.patientId, { ...worked.visits[0]!, measures: [] }, 64);
  await put(owner, visitId, [{ path: "responses", value: { accepted: [foreign], left: [] } }]);
  expect(await signDraft(owner, visitId)).toMatchObject({ ok: true });
  expect(await acceptance(owner, foreign)).toEqual([{ visitId: null, by: null, at: null }]);
});

test("the next draft knows the history and the treatment that the visit before told; a missed visit is said by its key", async () => {
  const { owner } = await newTestClinic();
  const { patientId } = await createPatientOf(owner, worked, 1);
  const { visitId } = await draftVisit(owner, patientId, worked.visits[0]!, 64);
  await put(owner, visitId, [
    { path: "subjective.medication", value: { text: "Ibuprofen" } },
    { path: "subjective.since_last", value: { text: "Better" } },
    { path: "advice", value: "Walk" },
  ]);
  expect(await signDraft(owner, visitId)).toMatchObject({ ok: true });
  const next = await startVisit(owner, { patientId, kind: "treatment" });
  if (!next.ok) throw new Error(next.reason);
  expect((await openVisit(owner, next.visitId))?.told).toEqual({
    history: [{ key: "medication", text: "Ibuprofen" }],
    treatments: [{ treatment: "none", value: {} }],
  });
  const missed = await startVisit(owner, { patientId, kind: "did_not_attend" });
  if (!missed.ok) throw new Error(missed.reason);
  expect((await openVisit(owner, missed.visitId))?.fields).toMatchObject([
    { path: "no_show", value: { kind: "did_not_attend" } },
  ]);
});
