/** A labelled control: its hint and its error stand beside it and are read with it. */
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type FieldText = {
  label: ReactNode;
  /** The label is read, not shown: table cells and search boxes. */
  labelHidden?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  /** The word "Optional" in the reader's language. */
  optional?: string;
};

/** What a control's aria-describedby must name, in reading order. */
export function describedBy(id: string, { hint, error }: Pick<FieldText, "hint" | "error">): string | undefined {
  const ids = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return ids === "" ? undefined : ids;
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-1 flex items-start gap-1.5 text-secondary font-semi text-bad">
      <CircleAlert aria-hidden size={14} strokeWidth={2.2} className="mt-0.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

/** `id` is the control's; the control takes `aria-describedby={describedBy(id, …)}` and `aria-invalid`. */
export function Field({
  id,
  label,
  labelHidden = false,
  hint,
  error,
  optional,
  className,
  children,
}: FieldText & { id: string; className?: string; children: ReactNode }) {
  return (
    <div className={classNames("min-w-0", className)}>
      <label htmlFor={id} className={labelHidden ? "sr-only" : "mb-1 block text-secondary font-bold"}>
        {label}
        {optional === undefined ? null : <span className="font-normal text-muted"> {optional}</span>}
      </label>
      {children}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-caption text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
