/** What may travel through the outbox: the shape of each kind and the one call that writes it. */
import { z } from "zod";
import type { Tx } from "@/db/client";
import { answerSettled, correctSession, logSession } from "@/db/home-session";
import { storeFill } from "@/db/questionnaire";
import type { Actor } from "@/db/scope";
import { saveDraftFields } from "@/db/visit-draft";
import type { Answer } from "@/db/write-receipt";
import { sessionCorrection, sessionLog, settledNextMorning } from "@/domain/home-session/entry";
import { questionnaireFill } from "@/domain/questionnaire/fill";

export type Write<Body> = {
  tx: Tx;
  actor: Actor;
  /** Made by the device; also the id of what is created. */
  id: string;
  body: Body;
  sentAt: Date;
  receivedAt: Date;
  /** Set when it comes from a clinic's tablet in the patient's hands: the clinician who handed it over. */
  handedById: string | null;
};

const define = <Body>(schema: z.ZodType<Body>, write: (entry: Write<Body>) => Promise<Answer<unknown>>) => ({
  schema,
  write: write as (entry: Write<never>) => Promise<Answer<unknown>>,
});

const DraftSave = z.strictObject({
  visitId: z.uuid(),
  changes: z
    .array(z.strictObject({ path: z.string().max(200), value: z.unknown(), base: z.int().min(0) }))
    .min(1)
    .max(200),
  /** The draft's version that the page shows: where others wrote since, the answer brings what they wrote. */
  seen: z.int().min(0).optional(),
});

export const outboxKinds = {
  "visit.draft": define(DraftSave, async ({ tx, actor, body }) => {
    if (actor.role === "patient" || actor.role === "reception") return { status: 404, answer: { error: "not-found" } };
    const saved = await saveDraftFields(tx, actor, body.visitId, body.changes, { seen: body.seen });
    if (!saved.ok) {
      return saved.reason === "not_found"
        ? { status: 404, answer: { error: "not-found" } }
        : { status: 410, answer: { error: "not-a-draft" } };
    }
    // 409 only when someone else wrote the same field: what could be saved was saved, both texts travel back.
    return { status: saved.conflicts.length > 0 ? 409 : 200, answer: saved };
  }),
  // A session at home: the entry's id is the session's.
  "session.log": define(sessionLog, ({ tx, actor, ...sent }) => logSession(tx, actor, sent)),
  "session.correct": define(sessionCorrection, ({ tx, actor, ...sent }) => correctSession(tx, actor, sent)),
  "session.settled": define(settledNextMorning, ({ tx, actor, ...sent }) => answerSettled(tx, actor, sent)),
  "questionnaire.fill": define(questionnaireFill, async ({ tx, actor, ...sent }) => {
    const { patientId } = actor;
    if (patientId === null) return { status: 404, answer: { error: "not-found" } };
    return storeFill(tx, { ...actor, patientId }, sent);
  }),
} as const;

/** All that a tablet in a patient's hands may send. */
export const TABLET_KINDS: readonly OutboxKind[] = ["questionnaire.fill"];

export type OutboxKind = keyof typeof outboxKinds;
