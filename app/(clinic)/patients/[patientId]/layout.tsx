/** The frame of a patient's chart. Each page inside asks for its own actor and finds its own patient. */
import { FileText } from "lucide-react";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { z } from "zod";
import { requireLogin, requireStaff } from "@/auth/actor";
import { ChartHead } from "@/components/patient/chart-head";
import { ChartTabs } from "@/components/patient/chart-tabs";
import { LiveRefresh } from "@/components/patient/live-refresh";
import { VisitMenu } from "@/components/patient/visit-menu";
import { AssignPlanLink } from "@/components/plan/assign-plan-link";
import { HandOverButton } from "@/components/questionnaire/hand-over-button";
import { ButtonLink } from "@/components/ui/button";
import { patientAccess } from "@/db/invitation";
import { patientHead } from "@/db/patient-head";
import { dayIn } from "@/domain/clinic-clock";
import words from "@/messages/en/patient.json";
import { handOver } from "../hand-over";
import { PatientLink } from "../patient-link";
import { startVisitOf } from "../start-visit";

type Props = { children: ReactNode; params: Promise<{ patientId: string }> };

export default async function ChartLayout({ children, params }: Props) {
  const actor = await requireStaff();
  const { patientId } = await params;
  if (!z.uuid().safeParse(patientId).success) notFound();
  // The head tells of complaint, precautions and holds: reception's page has a head of its own.
  if (actor.role === "reception") return children;
  const [{ clinic }, head, access] = await Promise.all([
    requireLogin(),
    patientHead(actor, patientId),
    patientAccess(actor, patientId),
  ]);
  if (!head) notFound();
  const isOpen = head.episode !== null && head.episode.closedOn === null;
  return (
    <>
      {head.changeStamp === null ? null : <LiveRefresh patientId={patientId} stamp={head.changeStamp} />}
      <ChartHead head={head} today={dayIn(clinic.timeZone, new Date())}>
        <PatientLink access={access} patientId={patientId} timeZone={clinic.timeZone} />
        <ButtonLink href={`/patients/${patientId}/reports`}>
          <FileText aria-hidden size={16} />
          {words.chart.createReport}
        </ButtonLink>
        {isOpen ? (
          <>
            <HandOverButton action={handOver.bind(null, patientId)} label={words.chart.handOver} />
            <AssignPlanLink patientId={patientId} variant="plain" />
            <VisitMenu patientId={patientId} action={startVisitOf} />
          </>
        ) : null}
      </ChartHead>
      <ChartTabs patientId={patientId} />
      {children}
    </>
  );
}
