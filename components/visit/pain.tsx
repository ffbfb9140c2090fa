/** Pain of today, never carried and never preset: back or overall, and each thigh where hamstring pain or a strain stands. */
"use client";

import type { ReactNode } from "react";
import { PainKeys } from "@/components/ui/pain-keys";
import { lastAttended } from "@/domain/attended";
import type { Side } from "@/domain/record";
import { parseNumber } from "@/domain/typed-number";
import { draftPath } from "@/domain/visit/fields";
import { type MeasureId, measureById } from "@/domain/vocabulary/measures";
import type { SignId } from "@/domain/vocabulary/signs";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { MeasureCell, withValue } from "./measure-cell";
import { Changes, ConfirmedNotes } from "./measure-notes";
import { PAIN_MEASURES, THIGH_MEASURES } from "./measure-rows";
import { measureName } from "./names";
import { Section } from "./section";
import { signGroup } from "./sign-groups";
import { useDraft, useField, useJudged } from "./use-draft";
import type { VisitData } from "./visit-data";

const LIMBS = ["L", "R"] as const;

/** A thigh is asked where hamstring pain or a sign of strain is recorded there, today or last time (CLINICAL 8). */
const isStrain = (id: SignId, grade: string): boolean => grade !== "absent" && signGroup(id) === "strain";

const wasAsked = ({ earlier }: VisitData, side: Side): boolean =>
  lastAttended(earlier)?.record.signs.some((each) => each.side === side && isStrain(each.id, each.grade)) ||
  earlier.some(({ record }) => record.measures.some((m) => m.id.startsWith("nprs_thigh") && m.side === side));

export function Pain() {
  const { data } = useDraft();
  return (
    <Section id="pain" aside={<span>{text.pain.scale}</span>}>
      <div className="grid gap-3">
        <Area label={text.pain.overall}>
          {PAIN_MEASURES.map((id) => (
            <PainScore key={id} id={id} side="M" />
          ))}
        </Area>
        {LIMBS.filter((side) => wasAsked(data, side)).map((side) => (
          <Thigh key={side} side={side} />
        ))}
      </div>
    </Section>
  );
}

/** A thigh that only today's signs ask for stands below them, so that none of them moves under the pointer. */
export function NewThighs() {
  const { data, sync } = useDraft();
  const thighs = useJudged(({ read }) =>
    LIMBS.filter(
      (side) =>
        !wasAsked(data, side) &&
        (read.entries.findings.some((each) => each.side === side && isStrain(each.sign, each.grade)) ||
          THIGH_MEASURES.some((id) => sync.fields.value(`measure.${id}.${side}`) !== null)),
    ).join(""),
  );
  return [...thighs].map((side) => <Thigh key={side} side={side as "L" | "R"} />);
}

function Thigh({ side }: { side: "L" | "R" }) {
  return (
    <Area label={text.pain.thigh[side]}>
      {THIGH_MEASURES.map((id) => (
        <PainScore key={id} id={id} side={side} />
      ))}
    </Area>
  );
}

function Area({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-caption font-strong text-muted">{label}</legend>
      <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

const SHORT: Readonly<Record<string, string>> = text.pain.short;

/** What was said last time, beside the empty answer of today. */
function Last({ id, side }: { id: MeasureId; side: Side }) {
  const { data } = useDraft();
  const last = data.earlier.findLast(({ record }) => record.measures.some((m) => m.id === id && m.side === side));
  const value = last?.record.measures.find((m) => m.id === id && m.side === side)?.value;
  if (value === undefined) return null;
  return (
    <span className="text-caption text-muted">
      <span className="sr-only">{measureName(id, side)}, </span>
      {fill(text.pain.last, { number: last?.number ?? "", value })}
    </span>
  );
}

/** NPRS of one area: a key per score, none chosen beforehand. */
function PainScore({ id, side }: { id: MeasureId; side: Side }) {
  const path = draftPath.measure(id, side);
  const [value, set] = useField<"measure">(path);
  const read = value?.value === undefined ? null : parseNumber(String(value.value));
  return (
    <div data-path={path} data-pain>
      <p className="flex items-baseline justify-between gap-2">
        <span aria-hidden="true" className="text-caption font-strong">
          {SHORT[id] ?? measureById(id).label}
        </span>
        <Last id={id} side={side} />
      </p>
      <PainKeys
        legend={measureName(id, side)}
        legendHidden
        least=""
        most=""
        value={read?.kind === "value" ? read.value : null}
        onChange={(score) => set((now) => withValue(now, score === null ? "" : String(score), {}))}
      />
      <div className="min-h-5.5">
        <Changes id={id} sides={[side]} />
        <ConfirmedNotes id={id} side={side} inLine />
      </div>
    </div>
  );
}

/** A total that is typed. */
export function PainCell({ id, side }: { id: MeasureId; side: Side }) {
  return (
    <div>
      <p aria-hidden="true" className="text-caption font-strong">
        {SHORT[id] ?? measureById(id).label}
      </p>
      <div className="flex items-center gap-2">
        <MeasureCell id={id} side={side} className="max-w-18" />
        <Last id={id} side={side} />
      </div>
      <div className="min-h-5.5">
        <Changes id={id} sides={[side]} />
        <ConfirmedNotes id={id} side={side} inLine />
      </div>
    </div>
  );
}
