/** An exercise as its picture: drawn for the library's, the photo of a clinic's own, else the drawing of what it was copied from. */
import { Dumbbell } from "lucide-react";
import type { CatalogueItem, PlanExerciseId } from "@/domain/plan/catalogue";
import { type ExerciseId, isExerciseId } from "@/domain/vocabulary/exercise-names";
import type { Locale } from "@/messages/rooms";
import { viewWords } from "@/messages/view-words";
import { ExerciseFigure, type ExerciseFigureMode, viewOf } from "./exercise-figure";

/** Plain data: what an exercise shows. */
export type Picture = { exercise: ExerciseId | null; photo: string | null };

type Pictured = Pick<CatalogueItem, "copied_from"> & { photo_id?: string | null };

export function pictureOf(id: PlanExerciseId, own: ReadonlyMap<string, Pictured>): Picture {
  if (isExerciseId(id)) return { exercise: id, photo: null };
  const item = own.get(id);
  return { exercise: item?.copied_from ?? null, photo: item?.photo_id ?? null };
}

export const photoAddress = (photoId: string): string => `/api/photos/${photoId}`;

type Props = {
  picture: Picture;
  mode?: ExerciseFigureMode;
  className?: string;
} & ({ decorative: true } | { decorative?: false; title: string; movement: string; locale: Locale });

export function ItemPicture(props: Props) {
  const { picture, mode, className = "block max-h-16 max-w-full" } = props;
  if (picture.photo !== null) {
    return (
      <img
        src={photoAddress(picture.photo)}
        alt={props.decorative === true ? "" : props.title}
        loading="lazy"
        className={`${className} rounded-chip object-contain`}
      />
    );
  }
  if (picture.exercise === null) {
    return <Dumbbell aria-hidden size={28} className="text-muted" />;
  }
  if (props.decorative === true) {
    return <ExerciseFigure id={picture.exercise} mode={mode} decorative className={className} />;
  }
  const { title, movement, locale } = props;
  const view = viewWords(viewOf(picture.exercise), locale);
  const figure = (
    <ExerciseFigure id={picture.exercise} mode={mode} title={title} movement={movement} className={className} />
  );
  return view === null ? (
    figure
  ) : (
    <figure className="w-full">
      {figure}
      {/* The movement in words begins with it. */}
      <figcaption aria-hidden className="mt-1 text-right text-body text-muted">
        {view}
      </figcaption>
    </figure>
  );
}
