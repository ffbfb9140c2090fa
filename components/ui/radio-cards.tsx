/** Choices that need a sentence each: Decision, treat or refer, sex. The radio's name is its label alone. */
"use client";

import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldError } from "./field";
import { type ChoiceProps, useChoice } from "./use-choice";

export type RadioCard<T extends string = string> = {
  value: T;
  label: ReactNode;
  /** Read as the radio's description. */
  hint?: ReactNode;
  tone?: "bad";
  disabled?: boolean;
};

export type RadioCardsProps<T extends string> = ChoiceProps<T> & {
  legend: ReactNode;
  legendHidden?: boolean;
  name: string;
  options: readonly RadioCard<T>[];
  hint?: ReactNode;
  error?: string | undefined;
  /** `row` puts short choices side by side. */
  layout?: "column" | "row";
  className?: string;
};

export function RadioCards<T extends string>(props: RadioCardsProps<T>) {
  const { legend, legendHidden = false, name, options, hint, error } = props;
  const { chosen, choose, resets, group } = useChoice<T, HTMLFieldSetElement>(props);
  const errorId = `${name}-error`;
  return (
    <fieldset
      ref={group}
      aria-describedby={error ? errorId : undefined}
      className={classNames("min-w-0", props.className)}
    >
      <legend className={legendHidden ? "sr-only" : "mb-1 text-secondary font-bold"}>{legend}</legend>
      {hint ? <p className="mb-2 text-caption text-muted">{hint}</p> : null}
      <div className={classNames("grid gap-2", props.layout === "row" && "sm:flex sm:flex-wrap")}>
        {options.map((option) => {
          const id = `${name}-${option.value}`;
          return (
            <div
              key={`${option.value}-${resets}`}
              className={classNames(
                "relative flex items-start gap-2.5 rounded-card border bg-surface px-3 py-2 has-checked:border-brand has-checked:bg-brand-wash has-disabled:bg-sunken has-disabled:text-muted max-sm:min-h-11",
                option.tone === "bad"
                  ? "border-bad text-bad has-checked:border-bad has-checked:bg-bad-wash"
                  : "border-line-2",
              )}
            >
              <input
                type="radio"
                id={id}
                name={name}
                value={option.value}
                disabled={option.disabled}
                aria-describedby={option.hint ? `${id}-hint` : undefined}
                checked={chosen === option.value}
                onChange={() => choose(option.value)}
                className="relative z-1 mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-field bg-surface checked:border-5 checked:border-brand disabled:border-line-2"
              />
              <div className="min-w-0">
                <label htmlFor={id} className="text-control font-strong before:absolute before:inset-0">
                  {option.label}
                </label>
                {option.hint ? (
                  <p id={`${id}-hint`} className="text-caption text-muted">
                    {option.hint}
                  </p>
                ) : null}
              </div>
            </div>
          );
        })}
      </div>
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
    </fieldset>
  );
}
