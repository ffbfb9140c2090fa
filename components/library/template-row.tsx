/** One exercise of a template: its picture, its name, and beside it, or on a phone below it, how much. */
import type { ReactNode } from "react";

export type TemplateRowProps = { picture: ReactNode; name: ReactNode; dose: string };

export function TemplateRow({ picture, name, dose }: TemplateRowProps) {
  return (
    <li className="flex items-center gap-3 py-1.5">
      <span className="grid w-16 shrink-0 place-items-center" aria-hidden>
        {picture}
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-semi">{name}</span>
        <span className="text-secondary text-muted">{dose}</span>
      </div>
    </li>
  );
}
