/** Episodes of care: opening one (new or transferred in), handing it over, its care team, closing it with a reason. */
import "server-only";
import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { type CalendarDay, daysBetween } from "@/domain/calendar-day";
import { newId } from "@/domain/new-id";
import type { InitialState } from "@/domain/record";
import type { DischargeReason } from "@/domain/vocabulary/discharge";
import { appendAudit } from "./audit";
import { refreshCaseload } from "./caseload-refresh";
import { type Tx, transaction } from "./client";
import { clinicToday } from "./hold";
import { caseloadRow } from "./schema/caseload";
import { staffMember } from "./schema/clinic";
import { careTeam, episode, handover, patient } from "./schema/patient";
import { plan } from "./schema/plan";
import { visit } from "./schema/visit";
import type { Actor } from "./scope";

export type NewEpisode = {
  complaint: string | null;
  onsetOn: CalendarDay | null;
  startedOn: CalendarDay;
  /** Membership of a clinician of this clinic. */
  responsibleId: string;
  /** Where the patient stood on arrival; null = starts here. */
  transfer: (Omit<InitialState, "phase_since_day"> & { phaseSince: CalendarDay }) | null;
};

/** Reasons that may close an episode while a hold is open (CLINICAL 11.5). */
const CLOSES_ON_HOLD: readonly DischargeReason[] = ["referred", "hold_medical", "surgery", "died"];
const CLINICIAN_ROLES = ["owner", "clinician", "supervised_clinician"] as const;

/** Inside the transaction that registers or re-admits the patient; the caller has checked who is responsible. */
export async function insertEpisode(tx: Tx, actor: Actor, patientId: string, input: NewEpisode): Promise<void> {
  const { transfer, ...rest } = input;
  const id = newId();
  const initialState = transfer && initialStateOf(transfer, input.startedOn);
  await tx
    .insert(episode)
    .values({ clinicId: actor.clinicId, id, patientId, dayZero: input.startedOn, initialState, ...rest });
  await appendAudit(tx, actor, {
    action: "episode.open",
    objectKind: "episode",
    objectId: id,
    patientId,
    detail: { transferred: transfer !== null },
  });
}

function initialStateOf({ phaseSince, ...state }: NonNullable<NewEpisode["transfer"]>, dayZero: CalendarDay) {
  return { ...state, phase_since_day: daysBetween(dayZero, phaseSince) } satisfies InitialState;
}

/** A new course of care for somebody whose last one is closed: new baselines, the old ones stay readable. */
export async function openEpisode(
  actor: Actor,
  patientId: string,
  input: NewEpisode,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "already_open" | "no_clinician" }> {
  return transaction(actor, async (tx) => {
    const [known] = await tx
      .select({ id: patient.id })
      .from(patient)
      .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId)))
      .for("update");
    if (!known) return { ok: false, reason: "not_found" };
    if (await lockOpen(tx, actor, patientId)) return { ok: false, reason: "already_open" };
    if (!(await isClinician(tx, actor, input.responsibleId))) return { ok: false, reason: "no_clinician" };
    await insertEpisode(tx, actor, patientId, input);
    await refreshCaseload(tx, actor, patientId);
    return { ok: true };
  });
}

export type Closing = { reason: DischargeReason; note: string | null };

/** Ends the open episode and its plan. Refused on hold unless the reason allows it, and while a visit is unsigned. */
export async function closeEpisode(
  actor: Actor,
  patientId: string,
  { reason, note }: Closing,
): Promise<{ ok: true } | { ok: false; reason: "not_open" | "on_hold" | "unsigned_visit" }> {
  return transaction(actor, async (tx) => {
    const open = await lockOpen(tx, actor, patientId);
    if (!open) return { ok: false, reason: "not_open" };
    const [row] = await tx
      .select({ phase: caseloadRow.phase })
      .from(caseloadRow)
      .where(and(eq(caseloadRow.clinicId, actor.clinicId), eq(caseloadRow.patientId, patientId)));
    if (row?.phase === "hold" && !CLOSES_ON_HOLD.includes(reason)) return { ok: false, reason: "on_hold" };
    const [draft] = await tx
      .select({ id: visit.id })
      .from(visit)
      .where(
        and(
          eq(visit.clinicId, actor.clinicId),
          eq(visit.episodeId, open.id),
          eq(visit.state, "draft"),
          // Stays unsigned for good (CLINICAL 11.4).
          ne(visit.kind, "did_not_attend"),
        ),
      )
      .limit(1);
    if (draft) return { ok: false, reason: "unsigned_visit" };
    const today = await clinicToday(tx, actor);
    const mine = and(eq(episode.clinicId, actor.clinicId), eq(episode.id, open.id));
    await tx
      .update(episode)
      .set({ closedOn: today, closingReason: reason, closingNote: note, version: sql`${episode.version} + 1` })
      .where(mine);
    await tx
      .update(plan)
      .set({ endedOn: today })
      .where(and(eq(plan.clinicId, actor.clinicId), eq(plan.episodeId, open.id), isNull(plan.endedOn)));
    await refreshCaseload(tx, actor, patientId);
    await appendAudit(tx, actor, {
      action: "episode.close",
      objectKind: "episode",
      objectId: open.id,
      patientId,
      detail: { reason },
    });
    return { ok: true };
  });
}

/** The responsible clinician changes by hand-over only, from today on. */
export async function handOver(
  actor: Actor,
  patientId: string,
  { toId, note }: { toId: string; note: string | null },
): Promise<{ ok: true } | { ok: false; reason: "not_open" | "no_clinician" | "same" }> {
  return transaction(actor, async (tx) => {
    const open = await lockOpen(tx, actor, patientId);
    if (!open) return { ok: false, reason: "not_open" };
    if (open.responsibleId === toId) return { ok: false, reason: "same" };
    if (!(await isClinician(tx, actor, toId))) return { ok: false, reason: "no_clinician" };
    const ids = { clinicId: actor.clinicId, patientId, episodeId: open.id };
    const handedOn = await clinicToday(tx, actor);
    await tx.insert(handover).values({ ...ids, id: newId(), fromId: open.responsibleId, toId, handedOn, note });
    await tx
      .update(episode)
      .set({ responsibleId: toId, version: sql`${episode.version} + 1` })
      .where(and(eq(episode.clinicId, actor.clinicId), eq(episode.id, open.id)));
    await refreshCaseload(tx, actor, patientId);
    await appendAudit(tx, actor, {
      action: "episode.hand_over",
      objectKind: "episode",
      objectId: open.id,
      patientId,
      detail: { from: open.responsibleId, to: toId },
    });
    return { ok: true };
  });
}

/** Puts a clinician on the care team of the open episode, or takes them off; repeating it changes nothing. */
export async function setOnCareTeam(
  actor: Actor,
  patientId: string,
  { memberId, on }: { memberId: string; on: boolean },
): Promise<{ ok: true } | { ok: false; reason: "not_open" | "no_clinician" }> {
  return transaction(actor, async (tx) => {
    const open = await lockOpen(tx, actor, patientId);
    if (!open) return { ok: false, reason: "not_open" };
    if (on && !(await isClinician(tx, actor, memberId))) return { ok: false, reason: "no_clinician" };
    const row = { clinicId: actor.clinicId, patientId, episodeId: open.id, memberId };
    const changed = on
      ? await tx.insert(careTeam).values(row).onConflictDoNothing().returning({ id: careTeam.memberId })
      : await tx
          .delete(careTeam)
          .where(
            and(
              eq(careTeam.clinicId, actor.clinicId),
              eq(careTeam.episodeId, open.id),
              eq(careTeam.memberId, memberId),
            ),
          )
          .returning({ id: careTeam.memberId });
    if (changed.length > 0) {
      await appendAudit(tx, actor, {
        action: on ? "care_team.add" : "care_team.remove",
        objectKind: "episode",
        objectId: open.id,
        patientId,
        detail: { member: memberId },
      });
    }
    return { ok: true };
  });
}

async function lockOpen(tx: Tx, actor: Actor, patientId: string) {
  const [row] = await tx
    .select({ id: episode.id, responsibleId: episode.responsibleId })
    .from(episode)
    .where(and(eq(episode.clinicId, actor.clinicId), eq(episode.patientId, patientId), isNull(episode.closedOn)))
    .for("update");
  return row;
}

/** Whether somebody may be responsible for a patient: a clinician who has not left. */
export async function isClinician(tx: Tx, actor: Actor, memberId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: staffMember.id })
    .from(staffMember)
    .where(
      and(
        eq(staffMember.clinicId, actor.clinicId),
        eq(staffMember.id, memberId),
        inArray(staffMember.role, [...CLINICIAN_ROLES]),
        isNull(staffMember.leftAt),
      ),
    );
  return row !== undefined;
}
