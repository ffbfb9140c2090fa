/** A patient's plan as a PDF: in words, in pictures and numbers, or as a diary. For the clinic and for the patient alike. */
import "server-only";
import { saidOf, toldItems } from "@/app/(portal)/my/plan-words";
import { attachment } from "@/app/api/exports/attachment";
import { writePdf } from "@/app/api/exports/pdf-writing";
import { fullDay } from "@/components/portal/day-words";
import { planWords } from "@/components/portal/exercise-words";
import type { PlanSheet } from "@/db/plan-sheet";
import { doseWords, perWeekWords } from "@/messages/dose-words";
import { fill } from "@/messages/fill";
import { type Locale, messagesFor } from "@/messages/rooms";
import { SHEETS, type Sheet, type SheetItem, type SheetKind } from "@/report/plan-sheet";
import { renderSheetPdf, SHEET_WORDS } from "@/report/plan-sheet-pdf";
import type { PaperSize } from "@/report/report-frame";

type Plan = Extract<PlanSheet, { kind: "plan" }>;
const HEADERS = { "Cache-Control": "private, no-store" };

export const sheetKind = (text: string | null): SheetKind => SHEETS.find((kind) => kind === text) ?? "plan";

/** A Response in any case: nothing to print is not found, on hold says so. */
export async function sheetResponse(
  found: PlanSheet | null,
  asked: { kind: SheetKind; locale: Locale; size: PaperSize },
): Promise<Response> {
  const { kind, locale, size } = asked;
  const { portal, shell } = messagesFor(locale);
  if (found === null) return new Response(null, { status: 404, headers: HEADERS });
  if (found.kind === "hold") return new Response(shell.hold.title, { status: 409, headers: HEADERS });
  if (found.kind === "none") return new Response(portal.today.noPlan, { status: 404, headers: HEADERS });
  const sheet = sheetOf(found, locale);
  const pdf = await writePdf(() => renderSheetPdf(sheet, kind, size, found.photos));
  if (pdf === null) return new Response(null, { status: 503, headers: { ...HEADERS, "Retry-After": "2" } });
  const name = `${SHEET_WORDS[locale][kind]} ${found.patientName} ${found.today}.pdf`;
  return new Response(Buffer.from(pdf), { headers: attachment(name, "application/pdf") });
}

function sheetOf(found: Plan, locale: Locale): Sheet {
  const { portal, shell } = messagesFor(locale);
  const { limits, own, today } = found;
  const easierOf = (key: string): SheetItem["easier"] => {
    const easier = found.easier.get(key);
    const words = easier === undefined ? null : planWords(easier.exercise, own, locale);
    return easier === undefined || words === null
      ? null
      : {
          name: words.name,
          dose: doseWords(easier.dose, locale),
          steps: [...words.steps, ...saidOf(words, easier.cautions, locale)],
        };
  };
  const values = { ...limits, from: limits.progress + 1 };
  return {
    language: locale,
    clinic: found.clinic,
    patient: found.patientName,
    madeOn: fullDay(today, locale),
    madeAt: new Date(),
    items: toldItems({ items: found.items, own }, today, locale, portal.today).map((told) => ({
      key: told.key,
      figure: told.picture.exercise,
      name: told.name,
      dose: told.dose,
      perWeek: perWeekWords(told.doseNow.per_week, locale),
      steps: told.steps,
      notes: told.notes,
      easier: easierOf(told.key),
      numbers: told.doseNow,
    })),
    light: (["go_on", "finish", "stop"] as const).map((stage) => ({
      range: fill(portal.light[stage].range, values),
      text: portal.light[stage].text,
    })),
    safety: `${shell.safety.lead} ${shell.safety.rest}`,
  };
}
