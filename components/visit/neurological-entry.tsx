/** The neurological grid: normal, abnormal or not done per side; a finding opens a question and never sets a flag. */
"use client";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SegmentedRadio } from "@/components/ui/segmented-radio";
import { SelectInput } from "@/components/ui/select-input";
import type { Side } from "@/domain/record";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import { neurologicalPrompts } from "@/domain/visit/neurological-prompts";
import { type FlagId, flagById } from "@/domain/vocabulary/flags";
import { NEUROLOGICAL_CELLS, type NeurologicalKey } from "@/domain/vocabulary/neurological-grid";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import { goToField } from "./go-to";
import { partName, SIDE_WORDS } from "./names";
import { useField, useJudged } from "./use-draft";

const STATES = ["normal", "abnormal", "not_done"] as const;
const CHANGES = ["reduced", "absent", "increased"] as const;
const ONSETS = ["new", "old", "unknown"] as const;

export function NeurologicalEntry() {
  const open = useJudged(({ read }) => neurologicalPrompts(read.entries.neurological).open_questions.join(" "));
  return (
    <div className="mt-3">
      {open === ""
        ? null
        : open.split(" ").map((flag) => (
            <Banner
              key={flag}
              tone="warn"
              className="mb-2"
              action={
                <Button size="sm" onClick={() => goToField(draftPath.screening(flag as FlagId))}>
                  {parts.neuro.ask}
                </Button>
              }
            >
              {fill(parts.neuro.prompt, { flag: flagById(flag as FlagId).name })}
            </Banner>
          ))}
      <ul className="divide-y divide-line">
        {NEUROLOGICAL_CELLS.map((cell) => (
          <li
            key={cell.key}
            className="grid items-start gap-x-4 gap-y-1 py-1.5 lg:grid-cols-[minmax(10rem,1fr)_auto_auto]"
          >
            <p className="text-secondary">
              {kindOf(cell.key)}
              {cell.label}
            </p>
            {cell.sides.map((side) => (
              <Cell key={side} of={cell.key} label={`${kindOf(cell.key)}${cell.label}`} side={side} />
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

const KINDS: Readonly<Record<string, string>> = parts.neuro.kinds;
/** "Dermatome L5: ", nothing for the single tests. */
function kindOf(key: NeurologicalKey): string {
  const [kind = "", level] = key.split("_");
  return level !== undefined && KINDS[kind] !== undefined && key !== "s2_dermatome" ? `${KINDS[kind]} ${level}: ` : "";
}

type Value = DraftValue<"neuro">;

function Cell({ of, label, side }: { of: NeurologicalKey; label: string; side: Side }) {
  const path = draftPath.neuro(of, side);
  const [value, set] = useField<"neuro">(path);
  const name = `${label}, ${SIDE_WORDS[side]}`;
  return (
    <div data-path={path}>
      <SegmentedRadio<Value["state"]>
        label={name}
        size="grid"
        options={STATES.map((state) => ({
          value: state,
          label: parts.neuro.states[state],
          hatch: state === "not_done",
        }))}
        value={value?.state ?? null}
        onChange={(state) =>
          set((now) => (state === null ? null : state === "abnormal" ? { ...now, state } : { state }))
        }
      />
      {value?.state === "abnormal" ? (
        <div className="mt-1 flex gap-2">
          <SelectInput
            name={`${path}.change`}
            label={partName(parts.neuro.change, name)}
            labelHidden
            empty={parts.neuro.change}
            options={CHANGES.map((change) => ({ value: change, label: parts.neuro.changes[change] }))}
            value={value.change ?? null}
            onChange={(change) => set({ ...value, change: (change as Value["change"] | null) ?? undefined })}
          />
          <SelectInput
            name={`${path}.onset`}
            label={partName(parts.neuro.onset, name)}
            labelHidden
            empty={parts.neuro.onset}
            options={ONSETS.map((onset) => ({ value: onset, label: parts.neuro.onsets[onset] }))}
            value={value.onset ?? null}
            onChange={(onset) => set({ ...value, onset: (onset as Value["onset"] | null) ?? undefined })}
          />
        </div>
      ) : null}
    </div>
  );
}
