/** `/visits/[id]`: a draft opens as the visit form, a signed visit as the record it is. */
import { notFound } from "next/navigation";
import { z } from "zod";
import { requireClinician, requireLogin } from "@/auth/actor";
import { FullScreen } from "@/components/shell/full-screen";
import { DidNotAttend } from "@/components/visit/did-not-attend";
import { SignedVisit } from "@/components/visit/signed-visit";
import { VisitScreen } from "@/components/visit/visit-screen";
import { openVisit } from "@/db/visit-page";
import text from "@/messages/en/visit.json";
import { discardVisitAction, moveVisitAction, signVisitAction } from "../actions";
import { signedVisitOf } from "./signed-visit-of";
import { visitDataOf } from "./visit-data-of";

export const metadata = { title: text.title };

const acts = { sign: signVisitAction, move: moveVisitAction, discard: discardVisitAction };

export default async function VisitPage({ params }: { params: Promise<{ visitId: string }> }) {
  const actor = await requireClinician();
  const id = z.uuid().safeParse((await params).visitId);
  if (!id.success) notFound();
  const opened = await openVisit(actor, id.data);
  if (!opened || opened.state === "discarded") notFound();
  if (opened.state === "signed") return <SignedVisit visit={signedVisitOf(opened)} />;
  const data = visitDataOf(opened, await requireLogin());
  return (
    <FullScreen>
      {data.kind === "did_not_attend" ? (
        <DidNotAttend data={data} acts={acts} />
      ) : (
        <VisitScreen data={data} acts={acts} />
      )}
    </FullScreen>
  );
}
