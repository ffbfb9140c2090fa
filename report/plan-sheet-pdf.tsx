/** Prints a patient's sheet: the plan in words, the plan in pictures and numbers, or a diary with a page for each week. */
import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import english from "@/messages/en/plan-sheet.json";
import spanish from "@/messages/es/plan-sheet.json";
import { fill } from "@/messages/fill";
import type { Sheet, SheetKind } from "@/report/plan-sheet";
import { DiaryPage } from "@/report/plan-sheet-diary";
import { SheetHead, SheetSafety } from "@/report/plan-sheet-frame";
import { PlanList } from "@/report/plan-sheet-list";
import { PictureList } from "@/report/plan-sheet-pictures";
import { printable } from "@/report/print-coverage";
import { isCovered, loadFonts } from "@/report/print-fonts";
import type { Photos } from "@/report/print-picture";
import { style } from "@/report/print-style";
import type { PaperSize } from "@/report/report-frame";

export const SHEET_WORDS = { en: english, es: spanish };
const DIARY_WEEKS = 4;

/** @param photos of the clinic's own exercises, printed in place of a figure */
export async function renderSheetPdf(
  sheet: Sheet,
  kind: SheetKind,
  size: PaperSize,
  photos: Photos = new Map(),
): Promise<Uint8Array> {
  await loadFonts();
  const { madeAt, ...texts } = sheet;
  const { value, fields } = printable(texts, isCovered);
  const shown: Sheet = { ...value, madeAt };
  const words = SHEET_WORDS[sheet.language];
  const pages = kind === "diary" ? Array.from({ length: DIARY_WEEKS }, (_, week) => week + 1) : [0];
  const buffer = await renderToBuffer(
    <Document
      title={`${words[kind]}, ${shown.patient}`}
      author={shown.clinic.name}
      language={sheet.language}
      creationDate={madeAt}
    >
      {pages.map((week) => (
        <Page key={week} size={size} style={style.page}>
          <View style={style.footer} fixed>
            <Text>{`${shown.clinic.name} · ${shown.patient}`}</Text>
            <Text render={({ pageNumber, totalPages }) => fill(words.page, { page: pageNumber, pages: totalPages })} />
          </View>
          <View style={style.body}>
            <SheetHead sheet={shown} title={words[kind]} words={words} />
            {kind === "plan" ? <PlanList sheet={shown} photos={photos} words={words} /> : null}
            {kind === "pictures" ? <PictureList sheet={shown} photos={photos} /> : null}
            {kind === "diary" ? <DiaryPage sheet={shown} photos={photos} week={week} words={words} /> : null}
            <SheetSafety sheet={shown} withWords={kind !== "pictures"} />
            {fields.length === 0 ? null : (
              <Text style={[style.bold, { marginTop: 6 }]}>{fill(words.uncovered, { fields: fields.join(", ") })}</Text>
            )}
          </View>
        </Page>
      ))}
    </Document>,
  );
  return new Uint8Array(buffer);
}
