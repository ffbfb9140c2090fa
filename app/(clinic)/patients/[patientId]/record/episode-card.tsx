/** The episode with who answers for it: hand-over, care team, closing, and opening the next one. */
import Link from "next/link";
import type { ReactNode } from "react";
import { dayText } from "@/components/chart/value-text";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { SelectInput } from "@/components/ui/select-input";
import { SubmitButton } from "@/components/ui/submit-button";
import type { listEpisodes } from "@/db/episode-list";
import { DISCHARGE_REASONS } from "@/domain/vocabulary/discharge";
import words from "@/messages/en/patient.json";
import { fill } from "@/messages/fill";
import { CloseForm, HandOverForm, OpenForm } from "./episode-forms";
import { changeCareTeam } from "./record-actions";

type Options = readonly { value: string; label: string }[];
type Episode = Awaited<ReturnType<typeof listEpisodes>>[number];
const text = words.record;

export type EpisodeCardProps = {
  patientId: string;
  episodes: readonly Episode[];
  team: readonly { memberId: string; name: string }[];
  clinicians: Options;
  ownId: string;
  today: string;
  /** What the newest episode came to. */
  outcome: ReactNode;
  /** That its end may be offered. */
  offer: ReactNode;
};

export function EpisodeCard({ patientId, episodes, team, clinicians, ownId, today, outcome, offer }: EpisodeCardProps) {
  const open = episodes.find(({ closedOn }) => closedOn === null);
  const closed = episodes.filter(({ closedOn }) => closedOn !== null);
  return (
    <>
      {open ? (
        <Card title={text.people}>
          <p>{fill(text.responsible, { name: open.responsibleName })}</p>
          <Disclosure summary={text.handOver}>
            <HandOverForm
              patientId={patientId}
              clinicians={clinicians.filter(({ value }) => value !== open.responsibleId)}
            />
          </Disclosure>
          <h3 className="mt-2 text-secondary font-bold">{text.team}</h3>
          <CareTeam patientId={patientId} team={team} clinicians={clinicians} />
        </Card>
      ) : null}
      <Card title={text.episode}>
        {offer}
        {open ? (
          <Disclosure summary={text.close}>
            {outcome}
            <CloseForm
              patientId={patientId}
              reasons={DISCHARGE_REASONS.map(({ id, label }) => ({ value: id, label }))}
            />
          </Disclosure>
        ) : (
          <>
            {outcome}
            <Disclosure summary={text.open} open>
              <OpenForm patientId={patientId} today={today} clinicians={clinicians} responsibleId={ownId} />
            </Disclosure>
          </>
        )}
        <ul className="mt-1 grid gap-1 text-secondary text-muted">
          {closed.map((episode) => (
            <li key={episode.id}>
              {closedText(episode)}{" "}
              <Link prefetch={false} href={`/patients/${patientId}?episode=${episode.id}`}>
                {text.closedProgress}
              </Link>{" "}
              <Link prefetch={false} href={`/patients/${patientId}/reports?episode=${episode.id}`}>
                {text.closedReport}
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function closedText({ startedOn, closedOn, closingReason, closingNote }: Episode): string {
  const reason = DISCHARGE_REASONS.find(({ id }) => id === closingReason)?.label ?? closingReason ?? "";
  const line = fill(text.closedLine, { from: dayText(startedOn), to: dayText(closedOn ?? startedOn), reason });
  return closingNote === null ? line : `${line}. ${closingNote}`;
}

type TeamProps = Pick<EpisodeCardProps, "patientId" | "team" | "clinicians">;

function CareTeam({ patientId, team, clinicians }: TeamProps) {
  const change = changeCareTeam.bind(null, patientId);
  const others = clinicians.filter(({ value }) => !team.some(({ memberId }) => memberId === value));
  return (
    <div className="grid gap-2">
      {team.length === 0 ? <p className="text-secondary text-muted">{text.teamNone}</p> : null}
      <ul className="grid gap-1">
        {team.map(({ memberId, name }) => (
          <li key={memberId} className="flex items-center justify-between gap-3">
            {name}
            <form action={change}>
              <input type="hidden" name="memberId" value={memberId} />
              <input type="hidden" name="on" value="no" />
              <SubmitButton variant="quiet" size="sm" aria-label={fill(text.teamRemoveOf, { name })}>
                {text.teamRemove}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <form action={change} className="flex items-end gap-2">
          <input type="hidden" name="on" value="yes" />
          <SelectInput
            name="memberId"
            label={text.teamAdd}
            empty={words.choices.choose}
            options={others}
            fieldClassName="flex-1"
          />
          <SubmitButton variant="plain">{text.add}</SubmitButton>
        </form>
      )}
    </div>
  );
}
