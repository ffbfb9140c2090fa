/** Every visit of the episode, newest first: what it decided, who signed it, drafts and voided ones as such. */
import { CalendarPlus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { requireClinician } from "@/auth/actor";
import { noticeWords } from "@/components/assessment/notice-words";
import { measureTitle } from "@/components/chart/chart-words";
import { dayText } from "@/components/chart/value-text";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { GateStatusChip } from "@/components/ui/gate";
import { EmptyState } from "@/components/ui/screen-state";
import { listEpisodes } from "@/db/episode-list";
import { listVisits } from "@/db/visit";
import words from "@/messages/en/patient.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";

export const metadata: Metadata = { title: words.visits.title };

const text = words.visits;
const COLUMNS = ["visit", "phase", "gate", "notices", "signed"] as const;

export default async function VisitsPage({ params }: { params: Promise<{ patientId: string }> }) {
  const actor = await requireClinician();
  const { patientId } = await params;
  if (!z.uuid().safeParse(patientId).success) notFound();
  const [episodes, all] = await Promise.all([listEpisodes(actor, patientId), listVisits(actor, patientId)]);
  if (episodes.length === 0) notFound();
  const lists = episodes.map((episode) => ({
    episode,
    visits: all.filter(({ episodeId }) => episodeId === episode.id),
  }));
  return (
    <div className="grid gap-4">
      {lists.map(({ episode, visits }) => (
        <Card key={episode.id} title={episodeTitle(episode)}>
          {visits.length === 0 ? (
            <EmptyState icon={CalendarPlus} level={3} title={text.none} text={text.noneText} />
          ) : (
            <DataTable
              caption={episodeTitle(episode)}
              captionHidden
              columns={COLUMNS.map((key) => ({ key, header: text.columns[key] }))}
              rows={visits.map((visit) => ({ key: visit.id, cells: cellsOf(visit, episode.dayZero) }))}
            />
          )}
        </Card>
      ))}
    </div>
  );
}

type Episode = Awaited<ReturnType<typeof listEpisodes>>[number];
type Visit = Awaited<ReturnType<typeof listVisits>>[number];

function episodeTitle({ startedOn, closedOn }: Episode): string {
  return closedOn === null
    ? fill(text.openSince, { date: dayText(startedOn) })
    : fill(text.closedFromTo, { from: dayText(startedOn), to: dayText(closedOn) });
}

function cellsOf(
  { id, number, kind, state, visitOn, signedBy, voidedAt, amendments, isCosigned, awaitsCosign, result }: Visit,
  dayZero: string,
) {
  const name = number === null ? text.kinds[kind] : fill(text.numbered, { n: number, kind: text.kinds[kind] });
  // What was to be done then is done on the plan's page now.
  const said = [...(result?.warnings ?? []), ...(result?.notices ?? [])].filter(
    (code) => !code.startsWith("assign_plan:"),
  );
  return {
    visit: (
      <Link
        prefetch={false}
        href={`/visits/${id}`}
        className={`inline-flex items-center max-sm:min-h-11 ${voidedAt === null ? "" : "line-through"}`}
      >
        {name}, {dayText(visitOn)}
      </Link>
    ),
    phase: result === null ? undefined : phaseWords(result.phase_before, result.phase_after),
    gate:
      result?.gate == null ? undefined : (
        <GateStatusChip gate={result.gate.status}>
          {result.gate.id} {status.gate[result.gate.status]}
        </GateStatusChip>
      ),
    notices:
      said.length === 0 ? undefined : (
        <ul className="grid max-w-110 gap-0.5">
          {said.map((code) => (
            <li key={code}>{noticeWords(code, dayZero, measureTitle)}</li>
          ))}
        </ul>
      ),
    signed: stateWords({ state, signedBy, voided: voidedAt !== null, amendments, isCosigned, awaitsCosign }),
  };
}

const phaseWords = (before: keyof typeof status.phase, after: keyof typeof status.phase): string =>
  before === after ? status.phase[after] : `${status.phase[before]} → ${status.phase[after]}`;

type Signing = Pick<Visit, "state" | "signedBy" | "amendments" | "isCosigned" | "awaitsCosign"> & { voided: boolean };

function stateWords({ state, signedBy, voided, amendments, isCosigned, awaitsCosign }: Signing): string {
  if (voided) return fill(text.voided, { name: signedBy ?? "" });
  if (state === "draft") return text.draft;
  return [
    fill(text.signed, { name: signedBy ?? "" }),
    ...(awaitsCosign ? [text.awaitsCosign] : isCosigned ? [text.cosigned] : []),
    ...(amendments === 0 ? [] : [fill(text.amended, { n: amendments })]),
  ].join(", ");
}
