/** The self-management sheet as a PDF, for the patient once care has ended and for clinicians at any time. */
import type { NextRequest } from "next/server";
import { findActor } from "@/auth/actor";
import { pictureOf } from "@/components/figure/item-picture";
import { fullDay } from "@/components/portal/day-words";
import { planWords } from "@/components/portal/exercise-words";
import { type SheetSource, sheetSource } from "@/db/sheet";
import { isUuid } from "@/domain/new-id";
import { fullName } from "@/domain/patient-name";
import { countsTowardsAdherence } from "@/domain/plan/schedule";
import type { MeasureId } from "@/domain/vocabulary/measures";
import { doseWords } from "@/messages/dose-words";
import { type Locale, readLocale } from "@/messages/rooms";
import { renderSheetPdf, type SheetExercise } from "@/report/sheet";
import { attachment } from "../../attachment";

const EXERCISES_MAX = 5;
const NOT_FOUND = () => new Response(null, { status: 404, headers: { "Cache-Control": "private, no-store" } });

export async function GET(_: NextRequest, { params }: { params: Promise<{ patientId: string }> }): Promise<Response> {
  const [actor, { patientId }] = await Promise.all([findActor(), params]);
  if (!actor || actor.role === "reception" || !isUuid(patientId)) return NOT_FOUND();
  const source = await sheetSource(actor, patientId);
  if (!source || (actor.role === "patient" && !source.isClosed)) return NOT_FOUND();
  const locale = readLocale(source.language);
  const kept = exercisesOf(source, locale);
  const photos = new Map<number, Uint8Array>();
  for (const [index, { photo }] of kept.entries()) {
    const bytes = photo === null ? undefined : source.photos.get(photo);
    if (bytes !== undefined) photos.set(index, bytes);
  }
  const { values, clinic, goals, isHeld } = source;
  const pdf = await renderSheetPdf(
    {
      ...{ language: locale, clinic, goals, isHeld },
      name: fullName(source),
      on: fullDay(source.today, locale),
      pain: changeOf(source, "nprs_worst"),
      own: changeOf(source, "psfs_avg"),
      daily: changeOf(source, "rmdq_score"),
      exercises: kept.map(({ photo: _photo, ...exercise }) => exercise),
      limits: {
        progress: values.nprs_exercise_progress,
        stop: values.nprs_exercise_stop,
        flareMin: values.flare_dose_days_min,
        flareMax: values.flare_dose_days_max,
      },
    },
    photos,
  );
  return new Response(Buffer.from(pdf), { headers: attachment(`${fullName(source)}.pdf`, "application/pdf") });
}

function changeOf({ outcomes }: SheetSource, measure: MeasureId): { from: number; to: number } | null {
  const { from, to } = outcomes.find((outcome) => outcome.measure === measure) ?? { from: null, to: null };
  return from === null || to === null ? null : { from, to };
}

/** What is exercise, in the plan's order; rest, ice and walking are no exercises to keep. */
function exercisesOf({ items, own }: SheetSource, locale: Locale): (SheetExercise & { photo: string | null })[] {
  return items
    .filter((item) => countsTowardsAdherence(item, own))
    .slice(0, EXERCISES_MAX)
    .flatMap(({ exercise, dose }) => {
      const words = planWords(exercise, own, locale);
      if (words === null) return [];
      const picture = pictureOf(exercise, own);
      return [
        {
          name: words.name,
          dose: doseWords(dose, locale),
          perWeek: dose.per_week,
          steps: words.steps,
          figure: picture.exercise,
          photo: picture.photo,
        },
      ];
    });
}
