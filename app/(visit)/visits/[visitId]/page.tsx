/** `/visits/[id]`: a draft opens as the visit form, a signed visit as the record it is. */

import { notFound } from "next/navigation";
import { z } from "zod";
import { requireClinician, requireLogin } from "@/auth/actor";
import { dayText } from "@/components/chart/value-text";
import { ownerOf } from "@/components/outbox/owner";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { DidNotAttend, LeftBehind, RecordActs } from "@/components/visit/rare-rooms";
import type { RecordActions } from "@/components/visit/record-acts";
import { CosignedResult, ReadsDifferently, RecordAdditions } from "@/components/visit/record-additions";
import { type Amended, SignedVisit } from "@/components/visit/signed-visit";
import { StandsBeside } from "@/components/visit/stands-beside";
import { VisitScreen } from "@/components/visit/visit-screen";
import type { Actor } from "@/db/scope";
import { type VisitAdditions, visitAdditions } from "@/db/visit-additions";
import { type OpenedVisit, openVisit } from "@/db/visit-page";
import { dayIn } from "@/domain/clinic-clock";
import record from "@/messages/en/record.json";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import { ClinicFrame, WholeScreen } from "../../../(clinic)/clinic-frame";
import { handOver } from "../../../(clinic)/patients/hand-over";
import { discardVisitAction, keepOrderAction, moveVisitAction, signVisitAction } from "../actions";
import { amendVisitAction, coSignAction, returnVisitAction, voidVisitAction } from "../record-actions";
import { signedVisitOf } from "./signed-visit-of";
import { visitDataOf } from "./visit-data-of";

export const metadata = { title: text.title };

const acts = {
  sign: signVisitAction,
  move: moveVisitAction,
  discard: discardVisitAction,
  keepOrder: keepOrderAction,
  handOver,
};

const recordActions: RecordActions = {
  amend: amendVisitAction,
  void: voidVisitAction,
  coSign: coSignAction,
  return: returnVisitAction,
};

export default async function VisitPage({ params }: { params: Promise<{ visitId: string }> }) {
  const actor = await requireClinician();
  const id = z.uuid().safeParse((await params).visitId);
  if (!id.success) notFound();
  const opened = await openVisit(actor, id.data);
  if (!opened) notFound();
  if (opened.state === "discarded") {
    return (
      <ClinicFrame>
        <PageHeader title={text.title} note={dayText(opened.visitOn)}>
          <ButtonLink href={`/patients/${opened.patientId}`}>{parts.signed.back}</ButtonLink>
        </PageHeader>
        <div className="grid gap-3">
          <Banner>{parts.signed.discarded}</Banner>
          <LeftBehind owner={ownerOf(actor)} visitId={opened.id} />
        </div>
      </ClinicFrame>
    );
  }
  if (opened.state === "signed") {
    return (
      <ClinicFrame>
        <SignedRecordPage actor={actor} opened={opened} />
      </ClinicFrame>
    );
  }
  const data = visitDataOf(opened, await requireLogin());
  return (
    <WholeScreen>
      {data.kind === "did_not_attend" ? (
        <DidNotAttend data={data} acts={acts}>
          <NoShowActs actor={actor} visitId={opened.id} />
        </DidNotAttend>
      ) : (
        <VisitScreen data={data} acts={acts} beside={<StandsBeside later={data.later} blocks={data.blocks} />} />
      )}
    </WholeScreen>
  );
}

async function SignedRecordPage({ actor, opened }: { actor: Actor; opened: OpenedVisit }) {
  const additions = await visitAdditions(actor, opened.id);
  if (!additions) notFound();
  const { events, difference, isVoid, isPlanned, ...may } = additions;
  const { stored } = opened;
  const asksPlan = stored?.stands.notices.some((notice) => notice.startsWith("assign_plan:")) ?? false;
  const dayZero = opened.judging.context.day_zero;
  const says = new Intl.DateTimeFormat("en-GB", { timeZone: opened.timeZone, dateStyle: "medium", timeStyle: "short" });
  return (
    <SignedVisit
      visit={signedVisitOf(opened)}
      left={<LeftBehind owner={ownerOf(actor)} visitId={opened.id} />}
      acts={
        <RecordActs
          owner={ownerOf(actor)}
          visitId={opened.id}
          isContact={opened.kind === "contact"}
          {...may}
          actions={recordActions}
        />
      }
      added={<RecordAdditions events={events.map((event) => ({ ...event, at: says.format(event.at) }))} />}
      amended={amendedSince(events, opened.timeZone)}
      // Dated before a signed visit it moved no phase: the plan is that one's.
      asksPlan={asksPlan && !isPlanned && !isVoid && opened.later === null}
      differs={
        <>
          {stored ? <CosignedResult signed={stored.result} stands={stored.stands} dayZero={dayZero} /> : null}
          {may.waiting ? <Banner tone="warn">{record.cosign.waiting}</Banner> : null}
          {difference ? <ReadsDifferently {...difference} dayZero={dayZero} /> : null}
        </>
      }
    />
  );
}

function amendedSince(events: VisitAdditions["events"], timeZone: string): Amended | null {
  const amendments = events.filter(({ kind }) => kind === "amend");
  const newest = amendments.at(-1);
  if (!newest) return null;
  const paths = amendments.flatMap(({ changes }) => changes.map(({ path }) => path));
  return { on: dayIn(timeZone, newest.at), paths: [...new Set(paths)] };
}

/** A visit that didn't take place is never signed; entered by mistake, it is voided. */
async function NoShowActs({ actor, visitId }: { actor: Actor; visitId: string }) {
  const additions = await visitAdditions(actor, visitId);
  if (!additions) return null;
  if (additions.isVoid) {
    const reason = additions.events.find(({ kind }) => kind === "void")?.reason ?? "";
    return <Banner tone="bad">{fill(parts.signed.voided, { reason })}</Banner>;
  }
  const { amendable, mayAmend, mayVoid, waiting } = additions;
  const may = { amendable, mayAmend, mayVoid, waiting };
  return <RecordActs owner={ownerOf(actor)} visitId={visitId} {...may} actions={recordActions} />;
}
