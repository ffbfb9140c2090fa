/** Today's exercises: figure, name and dose in a row; its steps open below, without script. */
import { ChevronRight } from "lucide-react";
import { ItemPicture, type Picture } from "@/components/figure/item-picture";

export type ListedExercise = {
  key: string;
  picture: Picture;
  name: string;
  dose: string;
  /** A smaller dose for now, a limit, a note: each a sentence. */
  notes: readonly string[];
  steps: readonly string[];
};

export function ExerciseList({ label, items }: { label: string; items: readonly ListedExercise[] }) {
  return (
    <ul aria-label={label} className="overflow-hidden rounded-card border border-line bg-surface">
      {items.map(({ key, picture, name, dose, notes, steps }) => (
        <li key={key} className="border-b border-line last:border-b-0">
          <details className="group">
            <summary className="flex min-h-19 list-none items-center gap-3 px-2.5 py-1.5 -outline-offset-2 [&::-webkit-details-marker]:hidden">
              <span className="flex w-28 shrink-0 justify-center max-[22rem]:w-20">
                <ItemPicture picture={picture} decorative className="block h-14 max-w-full" />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block leading-5.5 font-bold">{name}</span>
                <span className="block text-body text-muted">{dose}</span>
              </span>
              <ChevronRight
                aria-hidden
                size={18}
                className="shrink-0 text-muted transition-transform group-open:rotate-90 motion-reduce:transition-none"
              />
            </summary>
            <div className="px-4 pt-1 pb-3">
              {notes.map((note) => (
                <p key={note} className="mb-2 text-body font-semi">
                  {note}
                </p>
              ))}
              <ol className="list-decimal space-y-1 pl-5">
                {steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
