/** Marks areas on the body chart with kind and intensity of the pain. */
"use client";

import { useState } from "react";
import { BodyChart, type BodySpot } from "@/components/figure/body-chart";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { PainKeys } from "@/components/ui/pain-keys";
import { parseNumber } from "@/domain/typed-number";
import { draftPath } from "@/domain/visit/fields";
import { bodyRegionById, PAIN_QUALITIES } from "@/domain/vocabulary/body-regions";
import text from "@/messages/en/visit.json";
import { FieldNotes } from "./field-notes";
import { SIDE_WORDS } from "./names";
import { useField, useJudged } from "./use-draft";

export function BodyEntry() {
  const areas = useJudged(({ read }) => read.entries.pain_areas);
  const [chosen, setChosen] = useState<BodySpot | null>(null);
  return (
    <div className="mt-3 grid gap-4 sm:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <BodyChart areas={areas} chosen={chosen} onChoose={setChosen} />
      {chosen === null ? (
        <p className="text-secondary text-muted">{text.body.help}</p>
      ) : (
        <AreaForm key={`${chosen.region} ${chosen.side}`} spot={chosen} />
      )}
    </div>
  );
}

function AreaForm({ spot }: { spot: BodySpot }) {
  const path = draftPath.painArea(spot.region, spot.side);
  const [value, set] = useField<"pain_area">(path);
  const read = value?.intensity === undefined ? null : parseNumber(String(value.intensity));
  const name = `${bodyRegionById(spot.region).label}${spot.side === "M" ? "" : `, ${SIDE_WORDS[spot.side]}`}`;
  const quality = value?.quality ?? [];
  return (
    <fieldset data-path={path} className="grid content-start gap-3">
      <legend className="text-secondary font-bold">{name}</legend>
      <PainKeys
        legend={text.body.intensity}
        least={text.body.least}
        most={text.body.most}
        value={read?.kind === "value" ? read.value : null}
        onChange={(intensity) =>
          set((now) => ({ ...now, quality: now?.quality ?? [], intensity: intensity ?? undefined }))
        }
      />
      <div className="grid grid-cols-2 gap-x-3 sm:grid-cols-3">
        {PAIN_QUALITIES.map((each) => (
          <Checkbox
            key={each}
            name={`${path}.${each}`}
            label={text.body.qualities[each]}
            checked={quality.includes(each)}
            onChange={(on) =>
              set((now) => ({
                ...now,
                quality: on ? [...(now?.quality ?? []), each] : (now?.quality ?? []).filter((other) => other !== each),
              }))
            }
          />
        ))}
      </div>
      {value === null ? null : (
        <div>
          <Button size="sm" onClick={() => set(null)}>
            {text.body.clear}
          </Button>
        </div>
      )}
      <FieldNotes path={path} />
    </fieldset>
  );
}
