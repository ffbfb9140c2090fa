/** The self-management sheet a patient takes home at discharge (CLINICAL 11.5), in the patient's language. */
import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import en from "@/messages/en/sheet.json";
import enShell from "@/messages/en/shell.json";
import es from "@/messages/es/sheet.json";
import esShell from "@/messages/es/shell.json";
import { fill } from "@/messages/fill";
import { printable } from "@/report/print-coverage";
import { isCovered, loadFonts } from "@/report/print-fonts";
import { PrintPicture } from "@/report/print-picture";
import { INK, style } from "@/report/print-style";

export type SheetExercise = {
  name: string;
  /** As people read it, in the sheet's language. */
  dose: string;
  perWeek: number;
  steps: readonly string[];
  figure: ExerciseId | null;
};
export type Sheet = {
  language: "en" | "es";
  name: string;
  /** The day, written out. */
  on: string;
  clinic: { name: string; phone: string | null; hours: string | null; emergency: string };
  goals: readonly string[];
  /** First and last value; null when there is no second one. */
  pain: { from: number; to: number } | null;
  own: { from: number; to: number } | null;
  /** Roland-Morris, where it was measured twice. */
  daily: { from: number; to: number } | null;
  /** At most five; none while a hold is open. */
  exercises: readonly SheetExercise[];
  isHeld: boolean;
  limits: { progress: number; stop: number; flareMin: number; flareMax: number };
};

/** JPEG photos by the exercise's place in the list. */
export type SheetPhotos = ReadonlyMap<number, Uint8Array>;

const WORDS = { en, es };
const SAFETY = { en: enShell.safety, es: esShell.safety };
const PICTURE = { width: 110, height: 70 };

export async function renderSheetPdf(sheet: Sheet, photos: SheetPhotos = new Map()): Promise<Uint8Array> {
  await loadFonts();
  const { value: shown } = printable(sheet, isCovered);
  const words = WORDS[shown.language];
  const { clinic, limits, goals, exercises, isHeld } = shown;
  const from = limits.progress + 1;
  const buffer = await renderToBuffer(
    <Document title={words.title} author={clinic.name} language={shown.language}>
      <Page size="A4" style={style.page}>
        <View style={style.footer} fixed>
          <Text>{clinic.name}</Text>
          <Text render={({ pageNumber, totalPages }) => fill(words.page, { page: pageNumber, pages: totalPages })} />
        </View>
        <View style={[style.body, { fontSize: 11, lineHeight: 1.3 }]}>
          <View style={{ borderBottomWidth: 1.4, borderBottomColor: INK.rule, paddingBottom: 8 }}>
            <Text style={[style.title, { fontSize: 18 }]}>{words.title}</Text>
            <Text>{fill(words.for, { name: shown.name, on: shown.on })}</Text>
            <Text>{[clinic.name, clinic.phone].filter((part) => part !== null).join(" · ")}</Text>
            {clinic.hours === null ? null : <Text>{fill(words.hours, { hours: clinic.hours })}</Text>}
          </View>
          <Part title={words.now}>
            {goals.length === 0 ? null : (
              <Text>
                {words.goals}: {goals.join(", ")}.
              </Text>
            )}
            {[shown.pain, shown.own, shown.daily].every((part) => part === null) ? (
              <Text>{words.not_measured}</Text>
            ) : null}
            {shown.pain === null ? null : <Text>{fill(words.pain, shown.pain)}</Text>}
            {shown.own === null ? null : <Text>{fill(words.function, shown.own)}</Text>}
            {shown.daily === null ? null : <Text>{fill(words.daily, shown.daily)}</Text>}
          </Part>
          <Part title={words.exercises}>
            {exercises.length === 0 ? <Text>{words.none}</Text> : null}
            {exercises.map((exercise, index) => (
              <Exercise
                key={exercise.name}
                exercise={exercise}
                photo={photos.get(index)}
                language={shown.language}
                perWeek={fill(words.per_week, { n: exercise.perWeek })}
              />
            ))}
          </Part>
          {isHeld ? null : (
            <>
              <Part title={words.light} whole>
                <Text>{fill(words.green, limits)}</Text>
                <Text>{fill(words.yellow, { from, stop: limits.stop })}</Text>
                <Text>{fill(words.red, limits)}</Text>
              </Part>
              <Part title={words.flare} whole>
                <Text>{fill(words.flare_text, { min: limits.flareMin, max: limits.flareMax })}</Text>
              </Part>
            </>
          )}
          <Part title={words.back} whole>
            <Text>• {words.back_pain}</Text>
            <Text>• {words.back_thigh}</Text>
            <Text>• {words.back_activity}</Text>
          </Part>
          <View wrap={false} style={{ marginTop: 12, borderWidth: 1, borderColor: INK.bad, padding: 8 }}>
            <Text>
              <Text style={style.bold}>{words.safety}</Text> {SAFETY[shown.language].rest}
            </Text>
            <Text style={[style.bold, { marginTop: 4 }]}>
              {fill(SAFETY[shown.language].emergency, { number: clinic.emergency })}
            </Text>
          </View>
          <Text style={[style.lead, style.bold, { marginTop: 12 }]}>{words.strong}</Text>
        </View>
      </Page>
    </Document>,
  );
  return new Uint8Array(buffer);
}

/** `whole`: never torn between two pages. */
function Part({ title, whole = false, children }: { title: string; whole?: boolean; children: ReactNode }) {
  return (
    <View wrap={!whole}>
      <Text style={[style.heading, { fontSize: 13 }]} minPresenceAhead={40}>
        {title}
      </Text>
      {children}
    </View>
  );
}

function Exercise({
  exercise,
  photo,
  language,
  perWeek,
}: {
  exercise: SheetExercise;
  photo: Uint8Array | undefined;
  language: Sheet["language"];
  perWeek: string;
}) {
  const { name, dose, steps, figure } = exercise;
  return (
    <View
      wrap={false}
      style={[style.row, { gap: 12, paddingVertical: 6, borderTopWidth: 0.5, borderTopColor: INK.line }]}
    >
      <View style={{ width: PICTURE.width, height: PICTURE.height, alignItems: "center", justifyContent: "center" }}>
        <PrintPicture figure={figure} photo={photo} language={language} {...PICTURE} />
      </View>
      <View style={{ flex: 1 }}>
        <Text style={style.bold}>{name}</Text>
        <Text>{[dose, perWeek].filter((part) => part !== "").join(" · ")}</Text>
        {steps.map((step, index) => (
          <Text key={step} style={style.muted}>
            {`${index + 1}. ${step}`}
          </Text>
        ))}
      </View>
    </View>
  );
}
