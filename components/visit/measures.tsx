/** The flowsheet: rows are measures, the last visits stand muted beside today's left and right. */
"use client";

import { Fragment, useState } from "react";
import { dayText, valueText } from "@/components/chart/value-text";
import { classNames } from "@/components/ui/class-names";
import { SegmentedRadio } from "@/components/ui/segmented-radio";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import type { Change } from "@/domain/assessment";
import type { Side } from "@/domain/record";
import { draftPath } from "@/domain/visit/fields";
import { PROFILES, type Profile } from "@/domain/visit/profiles";
import { CANNOT_TEST } from "@/domain/vocabulary/decisions";
import { type MeasureId, measureById } from "@/domain/vocabulary/measures";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { BodyField } from "./body-field";
import { ChangeList } from "./change-list";
import { FieldNotes } from "./field-notes";
import { MeasureCell } from "./measure-cell";
import { RowParts } from "./measure-parts";
import { type MeasureRow, rowKey, takesLever, takesMethod, takesPelvis, toneOf } from "./measure-rows";
import { partName } from "./names";
import { OnDemand, partOf } from "./on-demand";
import { Section } from "./section";
import { SideHead } from "./side-mark";
import { useDraft, useField, useJudged } from "./use-draft";
import { useRowOrder } from "./use-row-order";
import type { EarlierVisit } from "./visit-data";

const measureDetails = partOf(async () => (await import("./measure-details")).MeasureDetails);
const SHOWN_VISITS = 2;
const TONE = { front: "text-front-ink", back: "text-back-ink", plain: "text-ink" } as const;

export function Measures({ profile, onProfile }: { profile: Profile; onProfile: (next: Profile) => void }) {
  const { data } = useDraft();
  const { rows, move, said } = useRowOrder(profile);
  const shown = data.earlier.filter(({ record }) => record.kind !== "contact").slice(-SHOWN_VISITS);
  return (
    <Section
      id="measures"
      aside={
        <>
          <span>{text.measures.neverCarried}</span>
          <SegmentedRadio<Profile>
            label={text.profiles.label}
            size="grid"
            clearable={false}
            options={PROFILES.map((value) => ({ value, label: text.profiles[value] }))}
            value={profile}
            onChange={(next) => next !== null && onProfile(next)}
          />
        </>
      }
    >
      <p role="status" className="sr-only">
        {said}
      </p>
      <table data-grid className="w-full border-collapse text-secondary max-sm:block">
        <thead className="max-sm:hidden">
          <tr className="text-left text-caption text-muted">
            <th scope="col">
              <span className="sr-only">{text.measures.measure}</span>
            </th>
            {shown.map((visit) => (
              <th key={visit.id} scope="col" className="px-2 text-right font-strong whitespace-nowrap">
                {fill(text.measures.visitOn, {
                  number: visit.number ?? "",
                  on: dayText(visit.visitOn, { year: false }),
                })}
              </th>
            ))}
            <th scope="col" className="w-22 px-1">
              <span className="sr-only">{text.measures.today} </span>
              <SideHead side="L" />
            </th>
            <th scope="col" className="w-22 px-1">
              <SideHead side="R" />
            </th>
            <th scope="col" className="px-2 font-strong">
              {text.measures.sinceFirst}
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((row) => (
            <Row key={rowKey(row)} row={row} shown={shown} onMove={move} />
          ))}
        </tbody>
      </table>
      <div className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <BodyField of="mass_kg" />
        <BodyField of="height_cm" />
        {CANNOT_TEST.tests.map((test) => (
          <CannotTest key={test} test={test} />
        ))}
      </div>
    </Section>
  );
}

type RowProps = {
  row: MeasureRow;
  shown: readonly EarlierVisit[];
  onMove: (row: MeasureRow, by: -1 | 1) => void;
};

function Row({ row, shown, onMove }: RowProps) {
  const { id, sides } = row;
  const [isOpen, setOpen] = useState(false);
  const measure = measureById(id);
  const isMidline = sides[0] === "M";
  const label =
    isMidline || !measure.sides.includes("M") ? measure.label : `${measure.label}, ${text.measures.perSide}`;
  const hasParts = takesMethod(id) || takesLever(id) || takesPelvis(id);
  return (
    <Fragment>
      <tr
        onKeyDown={(event) => {
          const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
          if (!event.altKey || by === 0) return;
          event.preventDefault();
          onMove(row, by);
        }}
        className="border-t border-line align-top max-sm:grid max-sm:grid-cols-2 max-sm:gap-2 max-sm:py-2"
      >
        <th scope="row" className="py-1.5 pr-2 text-left font-strong max-sm:col-span-2 max-sm:py-0">
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className={classNames("text-left max-sm:min-h-11", TONE[toneOf(id)])}
          >
            {label} <span className="font-normal text-muted">{unitOf(id)}</span>
          </button>
          {hasParts ? <RowParts id={id} sides={sides} /> : null}
        </th>
        {shown.map((visit) => (
          <td
            key={visit.id}
            className="px-2 py-2 text-right whitespace-nowrap text-muted max-sm:text-left max-sm:text-caption"
          >
            <span className="sm:hidden">
              {fill(text.measures.visitOn, {
                number: visit.number ?? "",
                on: dayText(visit.visitOn, { year: false }),
              })}{" "}
            </span>
            {sides.map((side) => earlierText(visit, id, side)).join("  ")}
          </td>
        ))}
        {sides.map((side, index) => (
          <td key={side} data-column={index} className="w-22 px-1 py-1">
            <span className="text-caption text-muted sm:hidden">{isMidline ? "" : text.sides[side]}</span>
            <MeasureCell id={id} side={side} />
            <ConfirmedNotes id={id} side={side} />
          </td>
        ))}
        {sides.length === 1 ? (
          <td className="px-2 py-2 text-muted max-sm:hidden">{isMidline ? text.measures.midline : ""}</td>
        ) : null}
        <td className="px-2 py-2 max-sm:col-span-2 max-sm:py-0">
          <Changes id={id} sides={sides} />
        </td>
      </tr>
      {isOpen ? (
        <tr className="max-sm:block">
          <td colSpan={4 + shown.length} className="pb-3 max-sm:block">
            <OnDemand part={measureDetails} id={id} sides={sides} label={label} onMove={(by) => onMove(row, by)} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

const UNITS: Readonly<Record<string, string>> = text.units;
const unitOf = (id: MeasureId): string => UNITS[measureById(id).unit] ?? measureById(id).unit;

function earlierText({ record }: EarlierVisit, id: MeasureId, side: Side): string {
  const found = record.measures.find((measure) => measure.id === id && measure.side === side);
  return found === undefined ? "–" : valueText(found.value, measureById(id).decimals);
}

export function ConfirmedNotes({ id, side }: { id: MeasureId; side: Side }) {
  const path = draftPath.measure(id, side);
  const [, set] = useField<"measure">(path);
  const answer = (part: "confirmed" | "stands") => () => set((now) => (now === null ? null : { ...now, [part]: true }));
  return <FieldNotes path={path} onConfirm={answer("confirmed")} onStands={answer("stands")} />;
}

/** The change since the first value, in words, as soon as today has one. */
export function Changes({ id, sides }: { id: MeasureId; sides: readonly Side[] }) {
  const said = useJudged(({ judged }) =>
    JSON.stringify(
      (judged?.assessment.changes_vs_baseline ?? []).filter(
        (change) => change.measure === id && sides.includes(change.side),
      ),
    ),
  );
  return <ChangeList changes={JSON.parse(said) as Change[]} />;
}

/** "Cannot be tested, because": without it, the gate waits for the value. */
function CannotTest({ test }: { test: (typeof CANNOT_TEST.tests)[number] }) {
  const path = draftPath.cannotTest(test);
  const [value, set] = useField<"cannot_test">(path);
  const words = text.cannotTest;
  return (
    <div data-path={path}>
      <SelectInput
        name={path}
        label={words[test]}
        empty={words.canBe}
        options={CANNOT_TEST.reasons.map((reason) => ({ value: reason, label: words.reasons[reason] }))}
        value={value?.reason ?? null}
        onChange={(reason) =>
          set((now) => (reason === null ? null : { ...now, reason: reason as (typeof CANNOT_TEST.reasons)[number] }))
        }
      />
      {value === null ? null : (
        <TextInput
          fieldClassName="mt-1"
          name={`${path}.text`}
          label={partName(words.because, words[test])}
          labelHidden
          placeholder={words.because}
          value={value.text ?? ""}
          onChange={(event) => set((now) => (now === null ? null : { ...now, text: event.target.value || undefined }))}
        />
      )}
      <FieldNotes path={path} />
    </div>
  );
}
