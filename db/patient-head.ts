/** The head of a patient's chart, in one round trip: who it is, the episode, precautions and screening of the last visits. */
import "server-only";
import { sql } from "drizzle-orm";
import { fullName } from "@/domain/patient-name";
import type { Sex } from "@/domain/record";
import type { FlagId } from "@/domain/vocabulary/flags";
import type { Phase } from "@/domain/vocabulary/phases";
import { pageRead } from "./page-read";
import type { Actor } from "./scope";

export type PatientHead = {
  patientId: string;
  name: string;
  number: number;
  birthDate: string;
  sex: Sex;
  pronouns: string | null;
  occupation: string | null;
  heightCm: number | null;
  /** The open episode, else the newest closed one. */
  episode: { id: string; complaint: string | null; closedOn: string | null } | null;
  phase: Phase;
  phaseSince: string | null;
  /** As of db/patient-change. */
  changeStamp: string | null;
  /** Flags of the last signed visit, and those a draft has raised. */
  flags: FlagId[];
  /** Answers of the newest signed visit that has any; null = never asked. */
  screening: { on: string; yes: number; no: number } | null;
};

type HeadRow = Omit<PatientHead, "name" | "episode" | "patientId"> & {
  givenName: string;
  familyName: string;
  episodeId: string | null;
  complaint: string | null;
  closedOn: string | null;
};

/** null: not there or not yours. */
export async function patientHead(actor: Actor, patientId: string): Promise<PatientHead | null> {
  const [row] = await pageRead(actor, (tx) =>
    tx.execute<HeadRow>(sql`
      with signed as (
        select v.id, v.visit_on, v.seq, v.kind from visit v
        where v.clinic_id = ${actor.clinicId} and v.patient_id = ${patientId} and v.state = 'signed'
          and not exists (select 1 from visit_event e where e.clinic_id = v.clinic_id and e.visit_id = v.id and e.kind = 'void')
      ), last as (
        select id from signed where kind in ('treatment', 'decision') order by visit_on desc, seq desc limit 1
      ), screened as (
        select s.id, s.visit_on from signed s where exists (select 1 from screening_answer a
          where a.clinic_id = ${actor.clinicId} and a.visit_id = s.id)
        order by s.visit_on desc, s.seq desc limit 1
      )
      select p.given_name as "givenName", p.family_name as "familyName", p.number, p.birth_date::text as "birthDate", p.sex,
        p.pronouns, p.occupation, p.height_cm as "heightCm", e.id as "episodeId", e.complaint,
        e.closed_on::text as "closedOn", coalesce(r.phase, 'none') as phase, r.phase_since::text as "phaseSince",
        (extract(epoch from r.updated_at) * 1000)::bigint::text as "changeStamp",
        coalesce((select json_agg(distinct f.flag) from (
          select flag from visit_flag where clinic_id = p.clinic_id and visit_id in (select id from last)
          union select flag from hold_overlay where clinic_id = p.clinic_id and patient_id = p.id and unset_at is null
            and signed_at is null) f), '[]') as flags,
        (select json_build_object('on', s.visit_on::text, 'yes', count(*) filter (where a.answer = 'yes'),
            'no', count(*) filter (where a.answer = 'no'))
          from screened s join screening_answer a on a.clinic_id = p.clinic_id and a.visit_id = s.id
          group by s.visit_on) as screening
      from patient p
      left join lateral (select id, complaint, closed_on from episode
        where clinic_id = p.clinic_id and patient_id = p.id
        order by closed_on desc nulls first, started_on desc limit 1) e on true
      left join caseload_row r on r.clinic_id = p.clinic_id and r.patient_id = p.id
      where p.clinic_id = ${actor.clinicId} and p.id = ${patientId}`),
  );
  if (!row) return null;
  const { givenName, familyName, episodeId, complaint, closedOn, ...rest } = row;
  const episode = episodeId === null ? null : { id: episodeId, complaint, closedOn };
  return { ...rest, patientId, name: fullName({ givenName, familyName }), episode };
}
