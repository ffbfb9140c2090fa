/** An exercise on paper: the clinic's own photo, else its figure; nothing where there is neither. */
import { Image, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { ExerciseFigureMode } from "@/components/figure/exercise-figure";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import { PrintFigure } from "@/report/print-figure";

/** JPEG photos by an item's key. */
export type Photos = ReadonlyMap<string, Uint8Array>;

type Props = {
  figure: ExerciseId | null;
  photo: Uint8Array | undefined;
  mode?: ExerciseFigureMode;
  /** In points: the room a picture may take. */
  height: number;
  width: number;
  /** In its place where there is no picture. */
  instead?: ReactNode;
};

export function PrintPicture({ figure, photo, mode, height, width, instead = null }: Props) {
  if (photo !== undefined) {
    return (
      <View style={{ width, height }}>
        <Image src={{ data: Buffer.from(photo), format: "jpg" }} style={{ width, height, objectFit: "contain" }} />
      </View>
    );
  }
  return figure === null ? instead : <PrintFigure id={figure} mode={mode} height={height} maxWidth={width} />;
}
