/** Registers a patient and opens the first episode of care. */
import type { Metadata } from "next";
import { requireLogin, requireStaff } from "@/auth/actor";
import { PageHeader } from "@/components/shell/page-header";
import { listTeam } from "@/db/membership";
import { dayIn } from "@/domain/clinic-clock";
import { newId } from "@/domain/new-id";
import words from "@/messages/en/patient.json";
import { LANGUAGE_OPTIONS } from "../languages";
import { NewPatientForm } from "./new-patient-form";

export const metadata: Metadata = { title: words.new.title };

export default async function NewPatientPage() {
  const actor = await requireStaff();
  const { clinic } = await requireLogin();
  const clinicians = (await listTeam(actor)).filter(({ role }) => role !== "reception");
  const isClinician = clinicians.some(({ membershipId }) => membershipId === actor.membershipId);
  return (
    <>
      <PageHeader title={words.new.title} note={words.new.lead} />
      <NewPatientForm
        id={newId()}
        today={dayIn(clinic.timeZone, new Date())}
        clinicians={clinicians.map(({ membershipId, name }) => ({ value: membershipId, label: name }))}
        languages={LANGUAGE_OPTIONS}
        responsibleId={isClinician ? actor.membershipId : null}
        clinical={actor.role !== "reception"}
      />
    </>
  );
}
