/** Typed text and numbers, one line or several; what was typed comes back through `defaultValue` after a refusal. */
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { describedBy, Field, type FieldText } from "./field";

export const CONTROL =
  "w-full rounded-card border border-field bg-surface px-3 text-body text-ink focus-visible:outline-offset-1 " +
  "aria-invalid:border-bad aria-invalid:ring-1 aria-invalid:ring-bad " +
  "disabled:border-line disabled:bg-sunken disabled:text-muted";

/** Locked after signing; a select always counts as read-only, so this is for typed text alone. */
const LOCKED = "read-only:border-line read-only:bg-sunken read-only:text-muted";

type Shared = FieldText & { name: string; id?: string; fieldClassName?: string };

export type TextInputProps = Shared &
  Omit<ComponentProps<"input">, "name" | "id"> & {
    /** Unit or mark inside the field's end, not read aloud: put the unit in the label too. */
    suffix?: ReactNode;
    /** A button inside the field's end; it places itself. */
    trailing?: ReactNode;
  };

export function TextInput(props: TextInputProps) {
  const { label, labelHidden, hint, error, optional, name, fieldClassName, suffix, trailing, className, ...rest } =
    props;
  const id = rest.id ?? name;
  return (
    <Field {...{ id, label, labelHidden, hint, error, optional }} className={fieldClassName}>
      <div className="relative">
        <input
          type="text"
          {...rest}
          id={id}
          name={name}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint, error })}
          className={classNames(
            CONTROL,
            LOCKED,
            "h-9 max-sm:h-11",
            suffix !== undefined && "pr-9",
            trailing !== undefined && "pr-11",
            className,
          )}
        />
        {suffix === undefined ? null : (
          <span aria-hidden className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-muted">
            {suffix}
          </span>
        )}
        {trailing}
      </div>
    </Field>
  );
}

/** Longer than any number that is written down. */
const DIGITS_MAX = 24;

/** A decimal number as text, since browsers drop a comma from `type=number`; 0 is a value, empty is missing. */
export function NumberInput({ decimals = true, className, ...rest }: TextInputProps & { decimals?: boolean }) {
  return (
    <TextInput
      autoComplete="off"
      maxLength={DIGITS_MAX}
      {...rest}
      type="text"
      inputMode={decimals ? "decimal" : "numeric"}
      className={classNames("font-strong", className)}
    />
  );
}

export type TextAreaProps = Shared & Omit<ComponentProps<"textarea">, "name" | "id">;

export function TextArea(props: TextAreaProps) {
  const { label, labelHidden, hint, error, optional, name, fieldClassName, className, rows = 3, ...rest } = props;
  const id = rest.id ?? name;
  return (
    <Field {...{ id, label, labelHidden, hint, error, optional }} className={fieldClassName}>
      <textarea
        {...rest}
        id={id}
        name={name}
        rows={rows}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        className={classNames(CONTROL, LOCKED, "field-sizing-content min-h-18 py-2", className)}
      />
    </Field>
  );
}
