/** Checks a clinic's audit chain: each event's hash, its link to the one before, numbers without a gap, and the head. */
import "server-only";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { auditText, GENESIS } from "./audit";
import { auditEvent, auditHead } from "./schema/audit";
import { sha256 } from "./signature";
import type { Findings, Read } from "./verify-reading";

export type ChainHead = { seq: number; hash: string };

const PAGE = 1_000;

export async function verifyChain(read: Read, findings: Findings, kept: ChainHead | null): Promise<ChainHead | null> {
  const { faults } = findings;
  const clinicId = await read(async (_, id) => id);
  // In one statement, so that an event under way is seen with its head or not at all.
  const [head] = await read((tx) =>
    tx
      .select({
        seq: auditHead.seq,
        hash: auditHead.hash,
        beyond: sql<string | null>`(select e.id from ${auditEvent} e where e.clinic_id = ${clinicId}
          and e.seq > ${sql`${auditHead.seq}`} order by e.seq limit 1)`,
      })
      .from(auditHead)
      .where(eq(auditHead.clinicId, clinicId)),
  );
  if (!head) {
    faults.push({ table: "audit_head", id: clinicId, what: "the chain has no head" });
    return null;
  }
  if (head.beyond !== null) {
    faults.push({ table: "audit_event", id: head.beyond, what: `stands beyond the head, which is at ${head.seq}` });
  }
  let [seq, hash] = [0, GENESIS];
  let keptHash = kept?.seq === 0 ? GENESIS : null;
  for (;;) {
    const events = await read((tx) => page(tx, clinicId, seq, head.seq));
    if (events.length === 0) break;
    for (const event of events) {
      findings.counts.audit_events += 1;
      const what = faultOf(event, { seq, hash });
      if (what !== null) faults.push({ table: "audit_event", id: event.id, what });
      [seq, hash] = [event.seq, event.hash];
      if (event.seq === kept?.seq) keptHash = event.hash;
    }
  }
  if (seq !== head.seq || hash !== head.hash) {
    const what =
      seq === head.seq ? "names another hash than its last event" : `names event ${head.seq}, the chain ends at ${seq}`;
    faults.push({ table: "audit_head", id: clinicId, what });
  }
  if (kept && keptHash !== kept.hash) {
    faults.push({
      table: "audit_head",
      id: clinicId,
      what: `the head kept from event ${kept.seq} is not in the chain`,
    });
  }
  return { seq: head.seq, hash: head.hash };
}

function page(tx: Parameters<Parameters<Read>[0]>[0], clinicId: string, after: number, until: number) {
  return tx
    .select({
      id: auditEvent.id,
      seq: auditEvent.seq,
      at: auditEvent.at,
      userId: auditEvent.userId,
      membershipId: auditEvent.membershipId,
      action: auditEvent.action,
      patientId: auditEvent.patientId,
      objectKind: auditEvent.objectKind,
      objectId: auditEvent.objectId,
      fields: auditEvent.fields,
      detail: auditEvent.detail,
      prevHash: auditEvent.prevHash,
      hash: auditEvent.hash,
    })
    .from(auditEvent)
    .where(and(eq(auditEvent.clinicId, clinicId), gt(auditEvent.seq, after), sql`${auditEvent.seq} <= ${until}`))
    .orderBy(asc(auditEvent.seq))
    .limit(PAGE);
}

type Event = Awaited<ReturnType<typeof page>>[number];

function faultOf(event: Event, before: ChainHead): string | null {
  const { id, seq, at, userId, membershipId, prevHash, hash, ...entry } = event;
  if (seq !== before.seq + 1) return `has number ${seq}, but ${before.seq + 1} comes next`;
  if (prevHash !== before.hash) return "doesn't follow the event before it";
  const actor = { userId: userId ?? "", membershipId: membershipId ?? "" };
  const text = auditText({ id, at: at.toISOString(), actor, entry });
  return sha256(`${prevHash}|${seq}|${text}`) === hash ? null : "was altered: its content doesn't give its hash";
}
