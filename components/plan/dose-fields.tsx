/** The parts of a dose, each typed where it stands; what can't be stored keeps the plan from being sent. */
"use client";

import { useState } from "react";
import { SelectInput } from "@/components/ui/select-input";
import { NumberInput, TextArea, TextInput } from "@/components/ui/text-input";
import type { Dose } from "@/domain/plan/dose";
import type { ShelfItem } from "@/domain/plan/shelf";
import { parseNumber } from "@/domain/typed-number";
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";
import type { DraftItem } from "./plan-data";

type WholePart = "sets" | "reps" | "time_s" | "hold_s" | "rest_s" | "per_week" | "effort_pct";

/** As domain/plan/dose accepts them. */
const RANGE: Record<WholePart | "pain_limit", readonly [min: number, max: number]> = {
  sets: [1, 20],
  reps: [1, 200],
  time_s: [5, 7200],
  hold_s: [1, 300],
  rest_s: [0, 600],
  per_week: [1, 7],
  effort_pct: [1, 100],
  pain_limit: [0, 10],
};
const PARTS: readonly WholePart[] = ["sets", "reps", "time_s", "hold_s", "rest_s", "per_week", "effort_pct"];

export type DoseFieldsProps = {
  item: DraftItem;
  shelf: ShelfItem | undefined;
  onChange: (part: Partial<DraftItem>) => void;
  onFault: (field: string, isFault: boolean) => void;
};

export function DoseFields({ item, shelf, onChange, onFault }: DoseFieldsProps) {
  const { dose } = item;
  const setDose = (part: Partial<Dose>) => onChange({ dose: { ...dose, ...part } });
  const given = PARTS.filter((part) => dose[part] !== null);
  const painMost = shelf?.verdict.cap.pain_max;
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] items-end gap-2">
        {given.map((part) => (
          <WholeField
            key={part}
            id={`${item.id}.${part}`}
            label={words.dose[part]}
            value={dose[part] ?? 0}
            range={[RANGE[part][0], part === "rest_s" ? RANGE.rest_s[1] : (shelf?.most[part] ?? RANGE[part][1])]}
            isLimited={part !== "rest_s" && shelf?.most[part] !== undefined}
            onValue={(value) => setDose({ [part]: value })}
            onFault={onFault}
          />
        ))}
        <WholeField
          id={`${item.id}.pain_limit`}
          label={words.dose.pain_limit}
          value={item.pain_limit}
          range={[0, painMost ?? RANGE.pain_limit[1]]}
          isLimited={painMost !== undefined}
          onValue={(pain_limit) => onChange({ pain_limit })}
          onFault={onFault}
        />
      </div>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-2">
        <SelectInput
          name={`${item.id}.side`}
          label={words.dose.side}
          value={dose.side ?? "none"}
          onChange={(side) => setDose({ side: side === "each" || side === "L" || side === "R" ? side : null })}
          options={(["each", "L", "R", "none"] as const).map((value) => ({ value, label: words.dose.sides[value] }))}
        />
        <TextInput
          name={`${item.id}.tempo`}
          label={words.dose.tempo}
          maxLength={80}
          value={dose.tempo ?? ""}
          onChange={(event) => setDose({ tempo: event.target.value.trim() === "" ? null : event.target.value })}
        />
        <LoadFields item={item} setDose={setDose} onFault={onFault} />
        <TextInput
          name={`${item.id}.from`}
          label={words.item.from}
          type="date"
          required
          value={item.from}
          onChange={(event) => event.target.value !== "" && onChange({ from: event.target.value })}
        />
        <TextInput
          name={`${item.id}.until`}
          label={words.item.until}
          type="date"
          min={item.from}
          value={item.until ?? ""}
          onChange={(event) => onChange({ until: event.target.value === "" ? null : event.target.value })}
        />
      </div>
      {shelf?.verdict.cap.needs_text === true ? (
        <TextArea
          name={`${item.id}.limit_text`}
          label={words.item.limit_text}
          required
          rows={2}
          maxLength={500}
          value={item.limit_text ?? ""}
          onChange={(event) => onChange({ limit_text: event.target.value === "" ? null : event.target.value })}
        />
      ) : null}
      <TextInput
        name={`${item.id}.note`}
        label={words.item.note}
        maxLength={1000}
        value={item.note ?? ""}
        onChange={(event) => onChange({ note: event.target.value === "" ? null : event.target.value })}
      />
    </div>
  );
}

type WholeFieldProps = {
  id: string;
  label: string;
  value: number;
  range: readonly [number, number];
  isLimited: boolean;
  onValue: (value: number) => void;
  onFault: (field: string, isFault: boolean) => void;
};

function WholeField({ id, label, value, range, isLimited, onValue, onFault }: WholeFieldProps) {
  const [text, setText] = useState(String(value));
  const [min, max] = range;
  const read = (typed: string) => {
    const number = parseNumber(typed);
    return number.kind === "value" && Number.isInteger(number.value) && number.value >= min && number.value <= max
      ? number.value
      : null;
  };
  return (
    <NumberInput
      name={id}
      label={label}
      decimals={false}
      value={text}
      hint={isLimited ? fill(words.item.most, { n: max }) : undefined}
      error={read(text) === null ? fill(words.dose.range, { min, max }) : undefined}
      onChange={(event) => {
        setText(event.target.value);
        const number = read(event.target.value);
        onFault(id, number === null);
        if (number !== null) onValue(number);
      }}
    />
  );
}

type LoadKind = NonNullable<Dose["load"]>["kind"] | "none";
const isLoadKind = (kind: string | null): kind is LoadKind =>
  kind === "none" || kind === "kg" || kind === "body_mass_pct" || kind === "words";

function LoadFields({
  item,
  setDose,
  onFault,
}: {
  item: DraftItem;
  setDose: (part: Partial<Dose>) => void;
  onFault: DoseFieldsProps["onFault"];
}) {
  const { load } = item.dose;
  const id = `${item.id}.load`;
  const [kind, setKind] = useState<LoadKind>(load?.kind ?? "none");
  const [text, setText] = useState(load === null ? "" : String(load.value));
  function read(nextKind: LoadKind, typed: string) {
    if (nextKind === "none") {
      onFault(id, false);
      return setDose({ load: null });
    }
    const number = parseNumber(typed);
    const isRead =
      nextKind === "words"
        ? typed.trim() !== ""
        : number.kind === "value" && number.value >= 0 && number.value <= (nextKind === "kg" ? 300 : 200);
    onFault(id, !isRead);
    if (!isRead) return;
    if (nextKind === "words") setDose({ load: { kind: "words", value: typed.trim() } });
    else if (number.kind === "value") setDose({ load: { kind: nextKind, value: number.value } });
  }
  return (
    <div className="grid grid-cols-2 items-end gap-1">
      <SelectInput
        name={`${id}.kind`}
        label={words.dose.load}
        value={kind}
        fieldClassName={kind === "none" ? "col-span-2" : undefined}
        onChange={(next) => {
          if (!isLoadKind(next)) return;
          setKind(next);
          read(next, text);
        }}
        options={(["none", "kg", "body_mass_pct", "words"] as const).map((value) => ({
          value,
          label: words.dose.loads[value],
        }))}
      />
      {kind === "none" ? null : (
        <TextInput
          name={`${id}.value`}
          label={words.dose.load_value}
          labelHidden
          inputMode={kind === "words" ? "text" : "decimal"}
          maxLength={80}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            read(kind, event.target.value);
          }}
        />
      )}
    </div>
  );
}
