/** What the patient told of each session: pain, effort, notes, stops; and how often each exercise was done. */
import { dayText } from "@/components/chart/value-text";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { EFFORTS, type Outcome, type StopReason } from "@/domain/home-session/check-in";
import type { Done } from "@/domain/home-session/done";
import { type ClinicItems, catalogueItem, type PlanExerciseId } from "@/domain/plan/catalogue";
import words from "@/messages/en/progress.json";
import { fill } from "@/messages/fill";

export type ToldSession = {
  id: string;
  on: string;
  source: "phone" | "diary" | "recall";
  outcome: Outcome;
  stopReason: StopReason | null;
  painDuring: number | null;
  painWorst24h: number | null;
  effort: number | null;
  settled: "yes" | "no" | null;
  note: string | null;
  isNoteRead: boolean;
  items: readonly { exercise: string; swappedFrom: string | null; outcome: Outcome; done: Done | null }[];
};

const text = words.log;
const SHOWN = 6;

export type SessionLogProps = {
  sessions: readonly ToldSession[];
  own: ClinicItems;
  /** Marks all notes as read. */
  markRead: () => Promise<void>;
};

export function SessionLog({ sessions, own, markRead }: SessionLogProps) {
  if (sessions.length === 0) return null;
  const unread = sessions.some(({ note, isNoteRead }) => note !== null && !isNoteRead);
  const counts = countItems(sessions);
  return (
    <Card
      title={text.title}
      aside={
        unread ? (
          <form action={markRead}>
            <SubmitButton variant="plain" size="sm">
              {text.markRead}
            </SubmitButton>
          </form>
        ) : undefined
      }
    >
      <ul className="divide-y divide-line">
        {sessions.slice(0, SHOWN).map((session) => (
          <li key={session.id} className="py-1.5">
            <p>
              <strong>{dayText(session.on)}</strong>: {factsOf(session).join(" · ")}
            </p>
            {session.note === null ? null : (
              <p className={session.isNoteRead ? "text-secondary text-muted" : "font-semi"}>“{session.note}”</p>
            )}
            <ItemsDone items={session.items} own={own} />
          </li>
        ))}
      </ul>
      {counts.length === 0 ? null : (
        <>
          <h3 className="mt-2 text-secondary font-bold">{fill(text.items, { n: sessions.length })}</h3>
          <ul className="text-secondary">
            {counts.map(({ exercise, done, partly, of }) => (
              <li key={exercise} className="flex justify-between gap-3">
                <span className="min-w-0">{nameOf(exercise, own)}</span>
                <span className="whitespace-nowrap text-muted">
                  {fill(partly === 0 ? text.count : text.countPartly, { done, partly, of })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

const nameOf = (exercise: string, own: ClinicItems): string =>
  catalogueItem(exercise as PlanExerciseId, own)?.name ?? exercise;

/** A swap is said at once; the rest of the items opens on demand. */
function ItemsDone({ items, own }: { items: ToldSession["items"]; own: ClinicItems }) {
  if (items.length === 0) return null;
  const swaps = items.filter(({ swappedFrom, outcome }) => swappedFrom !== null && outcome !== "skipped");
  return (
    <>
      {swaps.map(({ exercise, swappedFrom }) => (
        <p key={exercise} className="text-secondary">
          {fill(text.swapped, { done: nameOf(exercise, own), planned: nameOf(swappedFrom ?? "", own) })}
        </p>
      ))}
      <details>
        <summary className="cursor-pointer text-secondary text-muted">{text.eachItem}</summary>
        <ul className="pl-3 text-secondary">
          {items.map(({ exercise, outcome, done }) => (
            <li key={exercise}>
              {nameOf(exercise, own)}: {[text.outcome[outcome], ...(done === null ? [] : [doneWords(done)])].join(", ")}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** "3 × 10, 5 s, 12 kg": what isn't told of is left out. */
export function doneWords({ sets, reps, seconds, kg }: Done): string {
  const work = [
    ...(reps === null ? [] : [reps]),
    ...(seconds === null ? [] : [fill(text.seconds, { seconds })]),
    ...(kg === null ? [] : [fill(text.kg, { kg })]),
  ];
  return work.length === 0 ? fill(text.sets, { sets }) : `${sets} × ${work.join(", ")}`;
}

function factsOf({ outcome, stopReason, painDuring, painWorst24h, effort, settled, source }: ToldSession): string[] {
  const said = (pain: number | null) => (pain === null ? text.notSaid : pain);
  return [
    stopReason === null ? text.outcome[outcome] : text.stopped[stopReason],
    fill(text.pain, { during: said(painDuring), worst: said(painWorst24h) }),
    ...(effort === null ? [] : [text.effort[EFFORTS[effort - 1] ?? "about_right"]]),
    ...(settled === null ? [] : [text.settled[settled]]),
    ...(source === "phone" ? [] : [text.source[source]]),
  ];
}

type Count = { exercise: string; done: number; partly: number; of: number };

/** Of the sessions that say how each exercise went; a diary day that says "part" doesn't. */
function countItems(sessions: readonly ToldSession[]): Count[] {
  const counts = new Map<string, Count>();
  for (const { exercise, outcome } of sessions.flatMap(({ items }) => items)) {
    const count = counts.get(exercise) ?? { exercise, done: 0, partly: 0, of: 0 };
    count.of += 1;
    if (outcome === "done") count.done += 1;
    if (outcome === "partly") count.partly += 1;
    counts.set(exercise, count);
  }
  return [...counts.values()];
}
