/** The flowsheet: rows are measures, the last visits stand muted beside today's left and right. */
"use client";

import { useState } from "react";
import { flushSync } from "react-dom";
import { dayText } from "@/components/chart/value-text";
import type { DraftFields } from "@/components/outbox/draft-fields";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { SegmentedRadio } from "@/components/ui/segmented-radio";
import { SelectInput } from "@/components/ui/select-input";
import { isAttended } from "@/domain/attended";
import { draftPath } from "@/domain/visit/fields";
import { PROFILES, type Profile } from "@/domain/visit/profiles";
import { CANNOT_TEST } from "@/domain/vocabulary/decisions";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { BodyField } from "./body-field";
import { FieldNotes } from "./field-notes";
import { OLDER, Row } from "./measure-row";
import { FLOWSHEET, type MeasureRow, rowKey } from "./measure-rows";
import { partName } from "./names";
import { ProseLine } from "./prose-area";
import { Section } from "./section";
import { SideHead } from "./side-mark";
import { useDraft, useField } from "./use-draft";
import { useRowOrder } from "./use-row-order";

const SHOWN_VISITS = 2;
/** On a phone the others stand behind a key. */
const FRONT_ROWS = 8;

const holdsValue = (fields: DraftFields, { id, sides }: MeasureRow): boolean =>
  sides.some((side) => fields.value(draftPath.measure(id, side)) !== null);

export function Measures({ profile, onProfile }: { profile: Profile; onProfile: (next: Profile) => void }) {
  const { data, sync } = useDraft();
  const { rows, move, said } = useRowOrder(profile);
  const shown = data.earlier.filter(({ record }) => isAttended(record)).slice(-SHOWN_VISITS);
  const last = shown.at(-1);
  const [showsAll, setShowsAll] = useState(false);
  // What the draft holds when it opens stays in sight; what is typed later was in sight when it was typed.
  const [held] = useState(() => new Set(FLOWSHEET.filter((row) => holdsValue(sync.fields, row)).map(rowKey)));
  const behind = showsAll ? [] : rows.slice(FRONT_ROWS).filter((row) => !held.has(rowKey(row)));
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
      <table data-grid className="w-full border-collapse text-secondary max-sm:block sm:table-fixed">
        <thead className="max-sm:hidden">
          <tr className="text-left text-caption text-muted">
            <th scope="col">
              <span className="sr-only">{text.measures.measure}</span>
            </th>
            {shown.map((visit) => (
              <th
                key={visit.id}
                scope="col"
                className={classNames("w-22 px-2 text-right font-strong whitespace-nowrap", visit !== last && OLDER)}
              >
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
            <th scope="col" className="w-68 px-2 font-strong">
              {text.measures.sinceFirst}
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((row) => (
            <Row key={rowKey(row)} row={row} shown={shown} onMove={move} isBehind={behind.includes(row)} />
          ))}
        </tbody>
      </table>
      {behind.length === 0 ? null : (
        <Button data-more onClick={() => flushSync(() => setShowsAll(true))} className="mt-2 w-full sm:hidden">
          {fill(text.measures.more, { count: behind.length })}
        </Button>
      )}
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
        <ProseLine
          fieldClassName="mt-1"
          name={`${path}.text`}
          label={partName(words.because, words[test])}
          labelHidden
          placeholder={words.because}
          value={value.text ?? ""}
          onText={(said) => set((now) => (now === null ? null : { ...now, text: said || undefined }))}
        />
      )}
      <FieldNotes path={path} reserved={value !== null} />
    </div>
  );
}
