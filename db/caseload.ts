/** The caseload: who needs someone, most urgent first, 25 rows at a time; and search by name, record number or phone. */
import "server-only";
import { and, asc, eq, lt, lte, type SQL, sql } from "drizzle-orm";
import { CLOSED, NO_NEED } from "@/domain/caseload/caseload";
import { CASELOAD_REASONS, type CaseloadReasonId } from "@/domain/vocabulary/caseload-reasons";
import type { Phase } from "@/domain/vocabulary/phases";
import { refreshCaseload } from "./caseload-refresh";
import { type Tx, transaction } from "./client";
import { matching, readSearch } from "./patient-search";
import { caseloadRow } from "./schema/caseload";
import { episode, patient } from "./schema/patient";
import type { Actor } from "./scope";

export const PAGE_ROWS = 25;
/** Counting stops here; a number that reached it reads "n+". */
export const COUNT_LIMIT = 1_000;
const DUE_BATCH = 20;
const DUE_BATCHES = 5;

export type CaseloadFilter = {
  /** A name's beginning, a record number, the end of a phone number. */
  search?: string;
  phase?: Phase;
  /** A reason that holds, whether or not the row stands under it. */
  reason?: CaseloadReasonId;
  /** Only those the actor is responsible for. */
  mine?: boolean;
  /** Only those with a reason; or only those whose episode is closed. */
  group?: "needs_me" | "closed";
  /** `next` of the page before. */
  after?: string;
};

export type CaseloadRow = Awaited<ReturnType<typeof caseloadQuery>>[number];
export type CaseloadList = {
  rows: CaseloadRow[];
  /** The cursor of the next page; null on the last one. */
  next: string | null;
  /** Found by search beyond the page; the search has to say more. */
  hasMore: boolean;
  /** Up to COUNT_LIMIT each. */
  counts: { active: number; needsMe: number; reasons: Partial<Record<CaseloadReasonId, number>> };
  /** Rows whose day has come are still being recomputed: the order may change in a moment. */
  isCatchingUp: boolean;
};

const columns = {
  patientId: caseloadRow.patientId,
  episodeId: caseloadRow.episodeId,
  number: caseloadRow.number,
  name: caseloadRow.name,
  birthDate: caseloadRow.birthDate,
  phone: caseloadRow.phone,
  phase: caseloadRow.phase,
  phaseSince: caseloadRow.phaseSince,
  pain: caseloadRow.pain,
  lastPain: caseloadRow.lastPain,
  lastVisitOn: caseloadRow.lastVisitOn,
  nextReviewOn: caseloadRow.nextReviewOn,
  draftVisitId: caseloadRow.draftVisitId,
  fortnight: caseloadRow.fortnight,
  reasons: caseloadRow.reasons,
  snoozed: caseloadRow.snoozed,
  needRank: caseloadRow.needRank,
  needSince: caseloadRow.needSince,
  needOrder: caseloadRow.needOrder,
  familyKey: caseloadRow.familyKey,
};

/** For clinicians. @param now the instant that decides which rows are due */
export async function listCaseload(actor: Actor, filter: CaseloadFilter, now = new Date()): Promise<CaseloadList> {
  const isCatchingUp = await recomputeDue(actor, now);
  return transaction(actor, async (tx) => {
    const [found, counts] = await Promise.all([caseloadQuery(tx, actor, filter), countRows(tx, actor)]);
    const rows = found.slice(0, PAGE_ROWS);
    const last = rows.at(-1);
    const hasMore = found.length > PAGE_ROWS;
    const isSearch = readSearch(filter.search) !== null;
    return { rows, next: hasMore && last && !isSearch ? cursorOf(last) : null, hasMore, counts, isCatchingUp };
  });
}

/** Rows that may read differently since a midnight passed; a hundred at most, so that a page never waits for all. */
async function recomputeDue(actor: Actor, now: Date): Promise<boolean> {
  for (let batch = 0; batch < DUE_BATCHES; batch += 1) {
    const done = await transaction(actor, async (tx) => {
      const due = await tx
        .select({ patientId: caseloadRow.patientId })
        .from(caseloadRow)
        .where(and(eq(caseloadRow.clinicId, actor.clinicId), lte(caseloadRow.nextChangeAt, now)))
        .orderBy(asc(caseloadRow.nextChangeAt))
        .limit(DUE_BATCH)
        // Someone else's page is at work on a locked row.
        .for("update", { skipLocked: true });
      for (const { patientId } of due) await refreshCaseload(tx, actor, patientId, now);
      return due.length;
    });
    if (done < DUE_BATCH) return false;
  }
  return true;
}

/**
 * 25 rows and one that tells whether there are more. The page is cut from one index before anything is joined to it:
 * joined first, PostgreSQL reads and sorts the whole clinic.
 */
export function caseloadQuery(tx: Tx, actor: Actor, filter: CaseloadFilter) {
  const search = readSearch(filter.search);
  const byName = [asc(caseloadRow.familyKey), asc(caseloadRow.patientId)];
  const byNeed = [asc(caseloadRow.needRank), asc(caseloadRow.needSince), asc(caseloadRow.needOrder), ...byName];
  const page = tx
    .select(columns)
    .from(caseloadRow)
    .where(
      and(
        eq(caseloadRow.clinicId, actor.clinicId),
        ...filters(actor, filter, search !== null),
        search === null ? behind(filter.after) : matching(actor, search),
      ),
    )
    .orderBy(...(search === null ? byNeed : byName))
    .limit(PAGE_ROWS + 1)
    .as("page");
  const order = [asc(page.familyKey), asc(page.patientId)];
  return (
    tx
      .select({
        ...page._.selectedFields,
        complaint: episode.complaint,
        occupation: patient.occupation,
      })
      .from(page)
      .innerJoin(patient, and(eq(patient.clinicId, actor.clinicId), eq(patient.id, page.patientId)))
      .leftJoin(episode, and(eq(episode.clinicId, actor.clinicId), eq(episode.id, page.episodeId)))
      // They stand first, so the page is cut as if for everybody: by its rank PostgreSQL would read all who need someone.
      .where(filter.group === "needs_me" ? lt(page.needRank, NO_NEED.priority) : undefined)
      .orderBy(...(search === null ? [asc(page.needRank), asc(page.needSince), asc(page.needOrder), ...order] : order))
  );
}

function filters(actor: Actor, { phase, reason, mine, group }: CaseloadFilter, isSearch: boolean): (SQL | undefined)[] {
  const order = CASELOAD_REASONS.findIndex(({ id }) => id === reason);
  const inGroup = () => {
    if (group === "closed") return eq(caseloadRow.needRank, CLOSED.priority);
    if (group === "needs_me" && isSearch) return lt(caseloadRow.needRank, NO_NEED.priority);
    // A search finds former patients too.
    return isSearch ? undefined : lt(caseloadRow.needRank, CLOSED.priority);
  };
  return [
    order < 0
      ? inGroup()
      : and(lt(caseloadRow.needRank, NO_NEED.priority), sql`${caseloadRow.reasonBits} & ${1 << order} <> 0`),
    phase && eq(caseloadRow.phase, phase),
    mine ? eq(caseloadRow.responsibleId, actor.membershipId) : undefined,
  ];
}

/** A page starts behind the last row of the one before, whatever came or went since. */
function behind(after: string | undefined): SQL | undefined {
  const cursor = readCursor(after);
  if (!cursor) return undefined;
  const { needRank, needSince, needOrder, familyKey, patientId } = caseloadRow;
  return sql`(${needRank}, ${needSince}, ${needOrder}, ${familyKey}, ${patientId}) >
    (${cursor[0]}::smallint, ${cursor[1]}::date, ${cursor[2]}::smallint, ${cursor[3]}, ${cursor[4]}::uuid)`;
}

function cursorOf(row: {
  needRank: number;
  needSince: string;
  needOrder: number;
  familyKey: string;
  patientId: string;
}) {
  const parts = [row.needRank, row.needSince, row.needOrder, row.familyKey, row.patientId];
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

const CURSOR = /^\[\d{1,3},"\d{4}-\d{2}-\d{2}",\d{1,3},"(?:[^"\\]|\\.)*","[0-9a-f-]{36}"\]$/;

/** An address that was edited by hand starts from the top. */
function readCursor(after: string | undefined): [number, string, number, string, string] | null {
  if (after === undefined) return null;
  const text = Buffer.from(after, "base64url").toString();
  return CURSOR.test(text) ? JSON.parse(text) : null;
}

/** One bounded read of the index says for how many each reason holds. */
async function countRows(tx: Tx, actor: Actor): Promise<CaseloadList["counts"]> {
  const counted = await tx.execute<{ bits: number; rank: number; n: number }>(sql`
    select reason_bits as bits, need_rank as rank, count(*)::int as n from (
      select reason_bits, need_rank from ${caseloadRow} where clinic_id = ${actor.clinicId} and need_rank < ${CLOSED.priority}
      order by need_rank, need_since, need_order, family_key, patient_id limit ${COUNT_LIMIT}) seen
    group by 1, 2`);
  const standing = counted.filter(({ rank }) => rank < NO_NEED.priority);
  const sum = (rows: readonly { n: number }[]) => rows.reduce((total, { n }) => total + n, 0);
  return {
    active: sum(counted),
    needsMe: sum(standing),
    reasons: Object.fromEntries(
      CASELOAD_REASONS.flatMap(({ id }, order) => {
        const n = sum(standing.filter(({ bits }) => (bits & (1 << order)) !== 0));
        return n === 0 ? [] : [[id, n]];
      }),
    ),
  };
}
