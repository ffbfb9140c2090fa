/** Consents asked at this visit: given, declined or withdrawn, and what stands from before. */
"use client";

import { SegmentedRadio } from "@/components/ui/segmented-radio";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import { CONSENT_ITEMS, type ConsentId } from "@/domain/vocabulary/consent";
import text from "@/messages/en/visit.json";
import { FieldNotes } from "./field-notes";
import { partName } from "./names";
import { ProseLine } from "./prose-area";
import { useDraft, useField } from "./use-draft";

const ANSWERS = ["given", "declined", "withdrawn"] as const;
/** A chaperone is offered (CLINICAL 11.8). */
const WITH_CHAPERONE: readonly ConsentId[] = ["release_sensitive", "saddle_test"];

export function ConsentRows() {
  return (
    <ul className="divide-y divide-line">
      {CONSENT_ITEMS.map((item) => (
        <li key={item.id} className="py-1.5">
          <ConsentRow id={item.id} />
        </li>
      ))}
    </ul>
  );
}

export function ConsentRow({ id }: { id: ConsentId }) {
  const { data } = useDraft();
  const path = draftPath.consent(id);
  const [value, set] = useField<"consent">(path);
  const item = CONSENT_ITEMS.find((each) => each.id === id);
  if (!item) return null;
  const name = partName(text.consent.one, item.label);
  const change = (part: Partial<DraftValue<"consent">>) => set((now) => (now === null ? now : { ...now, ...part }));
  return (
    <div data-path={path}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1 basis-60 text-secondary">
          {item.label}
          <span className="block text-caption text-muted">
            {data.standingConsents.includes(id) ? text.consent.stands : item.when}
          </span>
        </p>
        <SegmentedRadio
          label={name}
          size="grid"
          options={ANSWERS.map((answer) => ({ value: answer, label: text.consent[answer] }))}
          value={value?.answer ?? null}
          onChange={(answer) => set((now) => (answer === null ? null : { ...now, answer }))}
        />
      </div>
      {value !== null && WITH_CHAPERONE.includes(id) ? (
        <div className="mt-1 flex flex-wrap items-end gap-2">
          <SegmentedRadio
            label={partName(text.consent.chaperone, item.label)}
            size="grid"
            options={(["accepted", "declined"] as const).map((answer) => ({
              value: answer,
              label: text.consent[`chaperone_${answer}`],
            }))}
            value={value.chaperone ?? null}
            onChange={(chaperone) => change({ chaperone: chaperone ?? undefined })}
          />
          {value.chaperone === "accepted" ? (
            <ProseLine
              name={`${path}.chaperone_name`}
              label={partName(text.consent.chaperoneName, item.label)}
              labelHidden
              placeholder={text.consent.chaperoneName}
              value={value.chaperone_name ?? ""}
              onText={(named) => change({ chaperone_name: named || undefined })}
            />
          ) : null}
        </div>
      ) : null}
      <FieldNotes path={path} />
    </div>
  );
}
