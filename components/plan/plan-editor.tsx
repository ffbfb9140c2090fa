/** The plan being written: its column on the board beside what the server drew, and the one button that assigns it. */
"use client";

import { LoaderCircle, Send } from "lucide-react";
import { unstable_rethrow } from "next/navigation";
import { type ReactNode, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { newId } from "@/domain/new-id";
import { adviceOn } from "@/domain/plan/advice";
import { planDifference } from "@/domain/plan/difference";
import type { AssignTickId } from "@/domain/vocabulary/contraindications";
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";
import { AddExercise } from "./add-exercise";
import { FlareDose } from "./flare-dose";
import { ItemCard } from "./item-card";
import { LeftOut } from "./left-out";
import type { AssignAnswer, PlanActions, PlanEditorData } from "./plan-data";
import { changeWords, refusalWords } from "./plan-words";
import { TICKS_ID, TicksList } from "./ticks-list";
import { type GivenTicks, usePlanDraft } from "./use-plan-draft";

export type PlanEditorProps = {
  /** What the plan starts from, its template among others: with another one the editor opens anew. */
  start: string;
  data: PlanEditorData;
  actions: PlanActions;
  /** Title and template menu, left of Assign plan. */
  head: ReactNode;
  /** Above the board: hold, flare, proposal's reasons. */
  notes: ReactNode;
  /** Head of the present phase's column, and of what comes before and after it. */
  columnHead: ReactNode;
  before: ReactNode;
  after: ReactNode;
};

/** Answers about the patient outlast the choice of another template; with the next version they are on file. */
export function PlanEditor({ start, ...props }: PlanEditorProps) {
  const { base } = props.data;
  const [given, setGiven] = useState<{ base: number; ticks: AssignTickId[] } | null>(null);
  const ticks = given?.base === base ? given.ticks : null;
  return <Editor key={start} {...props} ticks={ticks} keepTicks={(ticks) => setGiven({ base, ticks })} />;
}

type EditorProps = Omit<PlanEditorProps, "start"> & GivenTicks;

function Editor({ data, actions, head, notes, columnHead, before, after, ticks, keepTicks }: EditorProps) {
  const draft = usePlanDraft(data, actions.review, { ticks, keepTicks });
  const [versionId, setVersionId] = useState(newId);
  const [answer, setAnswer] = useState<AssignAnswer | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [isSending, send] = useTransition();
  const { items, offered } = draft;
  const nameOf = (exercise: string) => data.names.exercises[exercise] ?? exercise;
  const isAnswered = ticks !== null || data.ticks !== null;

  function assign() {
    if (isSending || draft.isChecking || data.isClosed) return;
    if (!isAnswered) {
      setMissing(true);
      document.getElementById(TICKS_ID)?.querySelector("input")?.focus();
      return;
    }
    send(async () => {
      const { patientId, base } = data;
      try {
        setAnswer(
          await actions.assign({ versionId, patientId, base, template: offered.template, ticks, note: null, items }),
        );
        // What is sent once this is settled is another version.
        setVersionId(newId());
      } catch (error) {
        // An assigned plan answers by leading to its page, which arrives here as an error of Next's own.
        unstable_rethrow(error);
        setAnswer({ ok: false, reason: "failed" });
      }
    });
  }

  const active = items
    .filter((item) => item.paused === null)
    .flatMap((item) => offered.shelf.find(({ id }) => id === item.exercise) ?? []);
  const advice = adviceOn(active, data.phase, data.itemsMax);
  const changes = data.base === 0 ? [] : planDifference(data.former, items);
  const isBlocked = data.isClosed || draft.faults.size > 0;

  return (
    <>
      <header className="sticky top-0 z-2 -mx-1 mb-3 flex flex-wrap items-center justify-between gap-3 bg-paper px-1 py-2 max-sm:static">
        {head}
        <div className="max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-3 max-sm:border-t max-sm:border-line max-sm:bg-paper max-sm:p-3">
          <Button
            variant="pri"
            className="max-sm:w-full"
            onClick={assign}
            aria-disabled={isBlocked || isSending || draft.isChecking || undefined}
          >
            {isSending ? (
              <LoaderCircle aria-hidden size={16} className="animate-spin" />
            ) : (
              <Send aria-hidden size={16} />
            )}
            {isSending ? words.assigning : words.assign}
          </Button>
        </div>
      </header>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="grid gap-3">
        {answer === null ? null : <Refused answer={answer} data={data} items={items} />}
        {notes}
        {data.isClosed ? null : <FlareDose items={items} data={data} changeAll={draft.changeAll} />}
        {data.isClosed ? null : <TicksList data={data} draft={draft} isMissing={isMissing && !isAnswered} />}
        <LeftOut offered={offered} names={data.names} />
        <div className="flex items-start gap-2 max-lg:flex-col max-lg:items-stretch">
          {before}
          <section
            className={classNames(
              open === null ? "flex-[1.25]" : "flex-[1.9]",
              // Alone on the board (a hold, a plan outside the model) it stays a column.
              "min-w-0 lg:only:max-w-150 rounded-card border-2 border-brand bg-ph2 p-2 data-[phase=maintain]:bg-ph4 data-[phase=protect]:bg-ph1 data-[stage=strengthen]:bg-ph3",
            )}
            data-phase={data.phase}
            data-stage={data.phase.startsWith("strengthen") ? "strengthen" : undefined}
          >
            {columnHead}
            <ol className="grid gap-2">
              {items.map((item, index) => (
                <ItemCard
                  key={item.id}
                  {...{ item, index, draft, data }}
                  isOpen={open === item.id}
                  onOpen={(isOpen) => setOpen(isOpen ? item.id : null)}
                  onMoved={(to) =>
                    setSaid(fill(words.item.moved, { name: nameOf(item.exercise), n: to + 1, count: items.length }))
                  }
                  drag={{
                    isOver: over === item.id && dragged !== item.id,
                    onStart: () => setDragged(item.id),
                    onOver: () => setOver(item.id),
                    onDrop: () => dragged !== null && draft.move(dragged, index),
                    onEnd: () => {
                      setDragged(null);
                      setOver(null);
                    },
                  }}
                />
              ))}
            </ol>
            {items.length === 0 ? <p className="p-3 text-muted">{words.empty}</p> : null}
            {data.isClosed ? null : (
              <div className="mt-2">
                <AddExercise
                  shelf={offered.shelf}
                  inPlan={items.map((item) => item.exercise)}
                  data={data}
                  onAdd={(item) => setOpen(draft.add(item))}
                />
              </div>
            )}
          </section>
          {after}
        </div>
        <div className="flex flex-wrap items-start justify-between gap-3 text-secondary">
          <p>
            <strong>{words.traffic_lead}</strong> {words.traffic}
          </p>
          <p>{fill(words.count, { n: active.length, max: data.itemsMax })}</p>
        </div>
        {advice.length === 0 ? null : (
          <ul className="grid gap-1 rounded-card border border-warn-line bg-warn-wash p-3 text-secondary text-warn">
            {advice.map((code) => (
              <li key={code}>{fill(words.advice[code], { max: data.itemsMax })}</li>
            ))}
          </ul>
        )}
        {data.base === 0 ? null : (
          <section>
            <h2 className="text-card">{fill(words.changes_now, { n: data.base })}</h2>
            {changes.length === 0 ? (
              <p className="text-secondary text-muted">{fill(words.unchanged, { n: data.base })}</p>
            ) : (
              <ul className="mt-1 list-disc pl-5 text-secondary">
                {changes.map((change) => (
                  <li key={JSON.stringify(change)}>{changeWords(change, data.names.exercises)}</li>
                ))}
              </ul>
            )}
          </section>
        )}
      </div>
    </>
  );
}

const REFUSED: Readonly<Record<string, string | object>> = words.refused;

function Refused({
  answer,
  data,
  items,
}: {
  answer: AssignAnswer;
  data: PlanEditorData;
  items: PlanEditorData["offered"]["items"];
}) {
  const nameOf = (id: string) => {
    const exercise = items.find((item) => item.id === id)?.exercise ?? "";
    return data.names.exercises[exercise] ?? exercise;
  };
  const reason = REFUSED[answer.reason];
  return (
    <div role="alert" className="rounded-card border border-bad bg-bad-wash p-3 text-secondary text-bad">
      <strong>{words.refused.lead}</strong> {typeof reason === "string" ? reason : null}
      {"refusals" in answer ? (
        <ul className="mt-1 list-disc pl-5">
          {answer.refusals.map((refusal) => (
            <li key={`${refusal.item}.${refusal.code}`}>
              {refusalWords(refusal, nameOf(refusal.item), data.names.conditions, data.reasonMin)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
