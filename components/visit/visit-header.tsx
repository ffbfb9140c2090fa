/** Whose visit this is, on which day, in which phase; a draft's day can be changed. */
"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { BrandMark } from "@/components/shell/brand-mark";
import { Button } from "@/components/ui/button";
import status from "@/messages/en/status.json";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { OnDemand, partOf } from "./on-demand";
import { signInAgain } from "./save-state";
import { useDraft } from "./use-draft";
import type { ActRefusal } from "./visit-data";

const discardDialog = partOf(async () => (await import("./discard-dialog")).DiscardDialog, { quiet: true });

export function VisitHeader() {
  const { data } = useDraft();
  const { patient, kind, number } = data;
  const { state } = data.judging;
  const title = number === null ? text.kinds[kind] : fill(text.header.visit, { number });
  return (
    // On a phone only whose visit it is stays in sight; the rest goes with the page.
    <header className="z-10 flex flex-wrap items-center gap-x-3 gap-y-1 border-line bg-surface px-4 py-2 max-md:contents md:sticky md:top-0 md:border-b print:hidden">
      <div className="flex min-w-0 items-center gap-x-3 max-md:h-13 max-md:bg-surface max-md:px-2 tall:max-md:sticky tall:max-md:top-0 tall:max-md:z-10 print:hidden">
        <Link
          href={`/patients/${data.patientId}`}
          prefetch={false}
          aria-label={text.header.back}
          className="grid size-8 place-items-center rounded-card hover:bg-sunken max-sm:size-11"
        >
          <ArrowLeft aria-hidden size={17} />
        </Link>
        <BrandMark size={20} className="max-sm:hidden" />
        <h1 className="truncate text-section">
          {title} <span className="font-bold">{patient.name}</span>
        </h1>
      </div>
      <div className="flex flex-1 flex-wrap items-center gap-x-3 gap-y-1 max-md:bg-surface max-md:px-4 max-md:pb-2 print:hidden">
        <p className="text-secondary text-muted">
          {fill(text.header.facts, {
            number: patient.number,
            age: patient.age,
            sex: text.sexes[patient.sex],
            phase: status.phase[state.phase],
          })}
        </p>
        <VisitDate />
        <Discard />
      </div>
    </header>
  );
}

function VisitDate() {
  const { data, sync, acts } = useDraft();
  const router = useRouter();
  const [refusal, setRefusal] = useState<ActRefusal | null>(null);
  const [isPending, start] = useTransition();
  function move(on: string) {
    if (on === "" || on === data.visitOn) return setRefusal(null);
    start(async () => {
      // The page opens anew on the other day: what was typed goes ahead of it.
      if (!(await sync.flush())) return setRefusal({ ok: false, message: text.header.notMoved });
      const outcome = await acts.move(data.visitId, on);
      if (outcome.ok) router.refresh();
      else setRefusal(outcome);
    });
  }
  return (
    <>
      <label className="flex items-center gap-2 text-secondary text-muted">
        {text.header.date}
        <input
          type="date"
          defaultValue={data.visitOn}
          max={data.today}
          aria-busy={isPending}
          aria-invalid={refusal !== null || undefined}
          onBlur={(event) => move(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && move(event.currentTarget.value)}
          className="h-8 rounded-chip border border-line-2 bg-surface px-2 text-ink max-sm:h-11"
        />
        {refusal === null ? null : (
          <span role="alert" className="text-bad">
            {refusal.message}
          </span>
        )}
      </label>
      {refusal?.signedOut ? <OnDemand part={signInAgain} onSignedIn={() => setRefusal(null)} /> : null}
    </>
  );
}

function Discard() {
  // null until it is opened for the first time; from then on it stays, so that focus returns when it closes.
  const [isOpen, setOpen] = useState<boolean | null>(null);
  return (
    <div className="ml-auto">
      <Button size="sm" variant="quiet" onClick={() => setOpen(true)}>
        {text.discardDraft}
      </Button>
      {isOpen === null ? null : <OnDemand part={discardDialog} open={isOpen} onClose={() => setOpen(false)} />}
    </div>
  );
}
