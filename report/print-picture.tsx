/** An exercise on paper: the clinic's own photo, else its figure; nothing where there is neither. */
import { Image, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { type ExerciseFigureMode, viewOf } from "@/components/figure/exercise-figure";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import type { Locale } from "@/messages/rooms";
import { viewWords } from "@/messages/view-words";
import { PrintFigure } from "@/report/print-figure";
import { style } from "@/report/print-style";

/** JPEG photos by an item's key. */
export type Photos = ReadonlyMap<string, Uint8Array>;

type Props = {
  figure: ExerciseId | null;
  photo: Uint8Array | undefined;
  mode?: ExerciseFigureMode;
  /** Of the words printed with it; null on a sheet without words. */
  language: Locale | null;
  /** In points: the room a picture may take. */
  height: number;
  width: number;
  /** In its place where there is no picture. */
  instead?: ReactNode;
};

/** The line under a figure, in points. */
const CAPTION = 11;

export function PrintPicture({ figure, photo, mode, language, height, width, instead = null }: Props) {
  if (photo !== undefined) {
    return (
      <View style={{ width, height }}>
        <Image src={{ data: Buffer.from(photo), format: "jpg" }} style={{ width, height, objectFit: "contain" }} />
      </View>
    );
  }
  if (figure === null) return instead;
  const view = language === null ? null : viewWords(viewOf(figure), language);
  if (view === null) return <PrintFigure id={figure} mode={mode} height={height} maxWidth={width} />;
  return (
    <View>
      <PrintFigure id={figure} mode={mode} height={height - CAPTION} maxWidth={width} />
      <Text style={style.small}>{view}</Text>
    </View>
  );
}
