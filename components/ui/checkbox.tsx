/** One thing that is so or is not; the answer outlives React's form reset. */
"use client";

import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { describedBy, FieldError } from "./field";
import { useChoice } from "./use-choice";

export type CheckboxProps = {
  name: string;
  label: ReactNode;
  /** Sent when ticked; "on" unless set. Several boxes of one name differ by it. */
  value?: string;
  /** Controlled, with `onChange`. */
  checked?: boolean;
  defaultChecked?: boolean;
  onChange?: (checked: boolean) => void;
  id?: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  disabled?: boolean;
  className?: string;
};

export function Checkbox(props: CheckboxProps) {
  const { name, label, value, hint, error, required, disabled } = props;
  const { chosen, choose, resets, group } = useChoice<boolean, HTMLInputElement>({
    value: props.checked,
    defaultValue: props.defaultChecked ?? false,
    onChange: (checked) => props.onChange?.(checked === true),
  });
  const id = props.id ?? (value === undefined ? name : `${name}-${value}`);
  return (
    <div
      className={classNames(
        "relative flex min-w-0 items-start gap-2.5 py-1 max-sm:min-h-11 max-sm:py-2.5",
        props.className,
      )}
    >
      <input
        key={resets}
        ref={group}
        type="checkbox"
        id={id}
        name={name}
        value={value ?? "on"}
        checked={chosen === true}
        onChange={(event) => choose(event.target.checked)}
        required={required}
        disabled={disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        className="relative z-1 mt-0.5 size-4.5 shrink-0 rounded-key accent-brand"
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
