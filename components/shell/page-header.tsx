/** The head of a clinic page: title, a line beside it, and its actions on the right. */
import type { ReactNode } from "react";

export type PageHeaderProps = {
  title: ReactNode;
  /** Beside the title: date, counts. */
  note?: ReactNode;
  /** Above the title: the way back. */
  above?: ReactNode;
  /** Buttons and search. */
  children?: ReactNode;
};

export function PageHeader({ title, note, above, children }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {above === undefined ? null : <div className="text-caption text-muted">{above}</div>}
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
          <h1 className="text-title">{title}</h1>
          {note === undefined ? null : <p className="text-secondary text-muted">{note}</p>}
        </div>
      </div>
      {children === undefined ? null : (
        <div className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:*:flex-1 print:hidden">{children}</div>
      )}
    </header>
  );
}
