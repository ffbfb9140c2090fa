/** The patient's record: data, consents, who is responsible, the episode's end, and the audit trail. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { requireLogin, requireStaff } from "@/auth/actor";
import { dayText } from "@/components/chart/value-text";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { readContact } from "@/db/contact";
import { listEpisodes } from "@/db/episode-list";
import { patientAccess } from "@/db/invitation";
import { listTeam } from "@/db/membership";
import { listCareTeam, listConsents, patientTrail, readPatient } from "@/db/patient-data";
import type { Actor } from "@/db/scope";
import { sheetSource } from "@/db/sheet";
import { dayIn } from "@/domain/clinic-clock";
import { fullName, recordNumber } from "@/domain/patient-name";
import { CONSENT_ITEMS } from "@/domain/vocabulary/consent";
import words from "@/messages/en/patient.json";
import { fill } from "@/messages/fill";
import { LANGUAGE_OPTIONS, languageName } from "../../languages";
import { PatientLink } from "../../patient-link";
import { DischargeOffer, DischargeSummary } from "./discharge-summary";
import { EpisodeCard } from "./episode-card";
import { ConsentForm } from "./episode-forms";
import { PersonForm } from "./person-form";
import { Trail } from "./trail";

const text = words.record;
export const metadata: Metadata = { title: text.title };

type Props = { params: Promise<{ patientId: string }>; searchParams: Promise<{ before?: string | string[] }> };

export default async function RecordPage({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const [{ clinic }, { patientId }, { before }] = await Promise.all([requireLogin(), params, searchParams]);
  if (!z.uuid().safeParse(patientId).success) notFound();
  const { timeZone } = clinic;
  if (actor.role === "reception") return <ContactPage actor={actor} patientId={patientId} timeZone={timeZone} />;
  const from = z.coerce.number().int().positive().optional().catch(undefined).parse(before);
  const [person, episodes, consents, staff, team, events, discharge] = await Promise.all([
    readPatient(actor, patientId),
    listEpisodes(actor, patientId),
    listConsents(actor, patientId),
    listTeam(actor),
    listCareTeam(actor, patientId),
    patientTrail(actor, patientId, from),
    sheetSource(actor, patientId),
  ]);
  if (!person) notFound();
  const clinicians = staff
    .filter(({ role }) => role !== "reception")
    .map(({ membershipId, name }) => ({ value: membershipId, label: name }));
  const today = dayIn(timeZone, new Date());
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title={text.data}>
        <PersonForm
          patientId={patientId}
          stored={asText(person)}
          birthDate={person.birthDate}
          today={today}
          languages={LANGUAGE_OPTIONS}
          clinical
        />
      </Card>
      <div className="grid gap-4">
        <EpisodeCard
          patientId={patientId}
          episodes={episodes}
          team={team}
          clinicians={clinicians}
          ownId={actor.membershipId}
          today={today}
          offer={discharge === null ? null : <DischargeOffer offer={discharge.offer} />}
          outcome={discharge === null ? null : <DischargeSummary patientId={patientId} source={discharge} />}
        />
        <Card title={text.consents}>
          {consents.length === 0 ? <p className="text-muted">{text.consentNone}</p> : null}
          <ul className="mb-3 grid gap-1 text-secondary">
            {consents.map((consent) => (
              <li key={consent.id}>{consentText(consent)}</li>
            ))}
          </ul>
          <ConsentForm patientId={patientId} items={CONSENT_ITEMS.map(({ id, label }) => ({ value: id, label }))} />
        </Card>
        <Trail events={events} timeZone={timeZone} before={from} room={`/patients/${patientId}/record`} />
      </div>
    </div>
  );
}

async function ContactPage({ actor, patientId, timeZone }: { actor: Actor; patientId: string; timeZone: string }) {
  const [contact, access] = await Promise.all([readContact(actor, patientId), patientAccess(actor, patientId)]);
  if (!contact) notFound();
  return (
    <>
      <PageHeader
        title={fullName(contact)}
        note={`${recordNumber(contact.number)} · ${words.fields.birthDate} ${dayText(contact.birthDate)}`}
      >
        <PatientLink withSignOut access={access} patientId={patientId} timeZone={timeZone} />
      </PageHeader>
      <Card title={text.contact} className="max-w-200">
        <PersonForm
          patientId={patientId}
          stored={asText(contact)}
          birthDate={contact.birthDate}
          today={dayIn(timeZone, new Date())}
          languages={LANGUAGE_OPTIONS}
          clinical={false}
        />
      </Card>
    </>
  );
}

function asText(row: Record<string, string | number | null>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [field, value === null ? undefined : String(value)]),
  );
}

type Consent = Awaited<ReturnType<typeof listConsents>>[number];

function consentText({ item, state, consentedOn, explainedBy, language }: Consent): string {
  return fill(text.consentLine, {
    item: CONSENT_ITEMS.find(({ id }) => id === item)?.label ?? item,
    state: text.states[state],
    date: dayText(consentedOn),
    name: explainedBy,
    language: languageName(language),
  });
}
