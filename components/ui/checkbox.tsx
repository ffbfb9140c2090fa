/** One thing that is so or is not. */
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { describedBy, FieldError } from "./field";

export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "name"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
};

export function Checkbox({ label, hint, error, className, ...rest }: CheckboxProps) {
  const id = rest.id ?? (rest.value === undefined ? rest.name : `${rest.name}-${rest.value}`);
  return (
    <div
      className={classNames("relative flex min-w-0 items-start gap-2.5 py-1 max-sm:min-h-11 max-sm:py-2.5", className)}
    >
      <input
        {...rest}
        type="checkbox"
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        className="mt-0.5 size-4.5 shrink-0 rounded-key accent-brand"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="text-control before:absolute before:inset-0">
          {label}
        </label>
        {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
        {hint ? (
          <p id={`${id}-hint`} className="text-caption text-muted">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
