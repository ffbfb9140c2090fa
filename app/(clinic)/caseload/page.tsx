/** Who needs me, and why; search; a visit in one press. */
import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { requireLogin, requireStaff } from "@/auth/actor";
import { SearchForm } from "@/components/caseload/search-form";
import { dayText } from "@/components/chart/value-text";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { listCaseload } from "@/db/caseload";
import { listContacts } from "@/db/contact";
import { dayIn } from "@/domain/clinic-clock";
import words from "@/messages/en/caseload.json";
import { fill } from "@/messages/fill";
import { type CaseloadParams, countText, readFilter } from "./address";
import { ClinicianList } from "./clinician-list";
import { ReceptionList } from "./reception-list";

export const metadata: Metadata = { title: words.title };

export default async function CaseloadPage({ searchParams }: { searchParams: Promise<CaseloadParams> }) {
  const actor = await requireStaff();
  const [{ clinic }, params] = await Promise.all([requireLogin(), searchParams]);
  const now = new Date();
  const today = dayIn(clinic.timeZone, now);
  const date = dayText(today);
  const filter = readFilter(params);
  if (actor.role === "reception") {
    const { search, after } = filter;
    const list = await listContacts(actor, { search, after });
    return (
      <>
        <Head note={fill(words.noteReception, { date })} search={search} keep={{}} />
        <ReceptionList list={list} search={search} after={after} today={today} />
      </>
    );
  }
  const list = await listCaseload(actor, filter, now);
  const { active, needsMe } = list.counts;
  const { phase, reason, mine, group } = filter;
  return (
    <>
      <Head
        note={fill(words.note, { date, active: countText(active), needs: countText(needsMe) })}
        search={filter.search}
        keep={{ phase, reason, group, mine: mine ? "1" : undefined }}
      />
      <ClinicianList list={list} filter={filter} today={today} />
    </>
  );
}

type HeadProps = { note: string; search: string | undefined; keep: Record<string, string | undefined> };

function Head({ note, search, keep }: HeadProps) {
  return (
    <PageHeader title={words.title} note={note}>
      <SearchForm search={search ?? ""} keep={keep} />
      <ButtonLink href="/patients/new" variant="pri">
        <Plus aria-hidden size={16} />
        {words.newPatient}
      </ButtonLink>
    </PageHeader>
  );
}
