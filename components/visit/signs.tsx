/** The sign grid: a grade per side, untouched is not recorded, carried grades wait for a key. */
"use client";

import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { SegmentedRadio } from "@/components/ui/segmented-radio";
import { TextInput } from "@/components/ui/text-input";
import { lastAttended } from "@/domain/attended";
import type { Side } from "@/domain/record";
import { draftPath } from "@/domain/visit/fields";
import { inOwnOrder, type Profile } from "@/domain/visit/profiles";
import { type Sign, type SignGrade, type SignId, signGrades, signSides } from "@/domain/vocabulary/signs";
import text from "@/messages/en/visit.json";
import { CarriedKeys } from "./carried-keys";
import { CarryForward } from "./carry-forward";
import { FieldNotes } from "./field-notes";
import { partName, signName } from "./names";
import { OnDemand, partOf } from "./on-demand";
import { NewThighs } from "./pain";
import { Section } from "./section";
import { SideHead } from "./side-mark";
import { SIGN_FILTERS, type SignFilter, signsInFront, signsUnder } from "./sign-groups";
import { useDraft, useField, useJudged } from "./use-draft";

const signDefinition = partOf(async () => (await import("./sign-definition")).SignDefinition);

export function Signs({ profile }: { profile: Profile }) {
  const { data, sync } = useDraft();
  const [filter, setFilter] = useState<SignFilter>(profile === "acute_strain" ? "strain" : "pattern");
  // Only the set of signs that hold something decides which rows stand here.
  const held = useJudged(() =>
    [...sync.fields.all()]
      .flatMap(([path, value]) => (value !== null && path.startsWith("sign.") ? (path.split(".")[1] ?? []) : []))
      .sort()
      .join(" "),
  );
  const first = signsInFront(profile, lastAttended(data.earlier)?.record ?? null);
  const shown = inOwnOrder(signsUnder(filter, new Set(held.split(" ")) as ReadonlySet<SignId>), ({ id }) => id, first);
  return (
    <Section
      id="signs"
      aside={
        <>
          <CarryForward />
          <SegmentedRadio<SignFilter>
            label={text.signs.filter}
            size="grid"
            clearable={false}
            options={SIGN_FILTERS.map((value) => ({ value, label: text.signs.filters[value] }))}
            value={filter}
            onChange={(next) => setFilter(next ?? "all")}
          />
        </>
      }
    >
      <div className="mb-1 grid gap-x-4 max-lg:hidden lg:grid-cols-[minmax(0,1fr)_15.75rem_15.75rem]">
        <span />
        <SideHead side="L" />
        <SideHead side="R" />
      </div>
      <ul className="divide-y divide-line">
        {shown.map((sign) => (
          <SignRow key={sign.id} sign={sign} />
        ))}
      </ul>
      <div className="mt-3 grid gap-3 empty:hidden">
        <NewThighs />
      </div>
    </Section>
  );
}

function SignRow({ sign }: { sign: Sign }) {
  const [isOpen, setOpen] = useState(false);
  const sides = signSides(sign);
  return (
    <li className="grid items-start gap-x-4 gap-y-1.5 py-1.5 lg:grid-cols-[minmax(0,1fr)_15.75rem_15.75rem]">
      <details className="min-w-0" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="list-none text-secondary font-strong [&::-webkit-details-marker]:hidden">
          {sign.label}
          <span className="block text-caption font-normal text-muted">{sign.brief}</span>
        </summary>
        {isOpen ? <OnDemand part={signDefinition} id={sign.id} /> : null}
      </details>
      {sides.map((side) => (
        <SignCell key={side} sign={sign} side={side} />
      ))}
    </li>
  );
}

function SignCell({ sign, side }: { sign: Sign; side: Side }) {
  const path = draftPath.sign(sign.id, side);
  const [value, set] = useField<"sign">(path);
  const name = signName(sign.id, side);
  const confirm = () => set((now) => (now === null ? null : { ...now, carried: undefined }));
  const needsOnset = sign.id === "sudden_onset_posterior_thigh" && value !== null && value.grade !== "absent";
  return (
    <div
      data-path={path}
      data-carried={value?.carried || undefined}
      className={side === "M" ? "lg:col-start-2 lg:-col-end-1" : undefined}
    >
      <div
        className={classNames(
          "flex items-center gap-2",
          side === "M"
            ? "max-sm:flex-col max-sm:items-stretch max-sm:gap-1"
            : "max-[22rem]:flex-col max-[22rem]:items-stretch",
        )}
      >
        <span aria-hidden="true" className="shrink-0 text-caption text-muted sm:w-16 lg:hidden">
          {side === "M" ? null : <span className="sm:hidden">{side}</span>}
          <span className={side === "M" ? undefined : "max-sm:hidden"}>{text.sides[side]}</span>
        </span>
        <SegmentedRadio<SignGrade>
          label={name}
          carried={value?.carried === true}
          options={signGrades(sign).map((grade, index) => ({
            value: grade,
            label: text.grades[grade],
            hotkey: String(index),
          }))}
          value={value?.grade ?? null}
          onChange={(grade) => set((now) => (grade === null ? null : { ...now, grade, carried: undefined }))}
          className="max-sm:w-full"
        />
        {side === "M" ? <span className="text-caption text-muted max-lg:hidden">{text.sides.M}</span> : null}
      </div>
      {value?.carried ? <CarriedKeys of={name} onConfirm={confirm} onClear={() => set(null)} /> : null}
      {needsOnset ? (
        <TextInput
          type="date"
          data-first
          fieldClassName="mt-1 max-w-44"
          name={`${path}.onset`}
          label={partName(text.signs.onset, name)}
          value={value.onset_on ?? ""}
          onChange={(event) =>
            set((now) => (now === null ? null : { ...now, onset_on: event.target.value || undefined }))
          }
        />
      ) : null}
      <FieldNotes path={path} reserved={needsOnset} />
    </div>
  );
}
