/** Pain from 0 to 10: eleven keys, none chosen beforehand; digits type straight in, 1 then 0 is 10. */
"use client";

import { type KeyboardEvent, useId, useRef } from "react";
import { classNames } from "./class-names";
import { FieldError } from "./field";
import { type ChoiceProps, useChoice } from "./use-choice";

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** After a 1, a 0 within this time makes it 10. */
const TEN_WITHIN_MS = 900;

export type PainKeysProps = ChoiceProps<number> & {
  /** The question; `legendHidden` when a heading says it already. */
  legend: string;
  legendHidden?: boolean;
  name?: string;
  /** Words at the ends, read with the question. */
  least: string;
  most: string;
  error?: string | undefined;
  /** `bar`: one joined row (clinic). `keys`: two rows of 46 px keys (phone). */
  layout?: "bar" | "keys";
  disabled?: boolean;
  className?: string;
};

export function PainKeys(props: PainKeysProps) {
  const { legend, legendHidden = false, least, most, error, layout = "bar", disabled } = props;
  const { chosen, choose, resets, group } = useChoice<number, HTMLFieldSetElement>(props);
  const generated = useId();
  const name = props.name ?? generated;
  const lastOne = useRef(0);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || disabled) return;
    if (/^\d$/.test(event.key)) {
      const ten = event.key === "0" && chosen === 1 && event.timeStamp - lastOne.current < TEN_WITHIN_MS;
      lastOne.current = event.key === "1" ? event.timeStamp : 0;
      const score = ten ? 10 : Number(event.key);
      choose(score);
      // arrows go on from what was chosen
      group.current?.querySelector<HTMLInputElement>(`input[value="${score}"]`)?.focus();
    } else if (event.key === "Backspace" || event.key === "Delete") choose(null);
    else return;
    event.preventDefault();
  }

  const ends = `${least} ${most}`.trim() === "" ? undefined : `${name}-ends`;
  return (
    <fieldset
      ref={group}
      disabled={disabled}
      onKeyDown={onKeyDown}
      aria-describedby={[error ? `${name}-error` : "", ends ?? ""].join(" ").trim() || undefined}
      className={classNames("min-w-0", props.className)}
    >
      <legend
        className={legendHidden ? "sr-only" : layout === "keys" ? "mb-1 text-section" : "mb-1 text-secondary font-bold"}
      >
        {legend}
      </legend>
      <div
        className={
          layout === "keys"
            ? "grid grid-cols-6 gap-1.5"
            : classNames(
                "grid grid-cols-11 rounded-card border bg-surface max-sm:grid-cols-6",
                error ? "border-bad ring-1 ring-bad" : "border-field",
              )
        }
      >
        {SCORES.map((score) => (
          <label
            key={`${score}-${resets}`}
            className={classNames(
              // As in SegmentedRadio: no layers of their own.
              "grid place-items-center font-bold has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-1",
              layout === "keys"
                ? classNames("min-h-11.5 rounded-touch border text-section", error ? "border-bad" : "border-field")
                : "min-h-9 border-line-2 text-card not-first:border-l first:rounded-l-[7px] last:rounded-r-[7px] max-sm:min-h-11",
              chosen === score
                ? "bg-brand text-on-brand forced-colors:bg-[Highlight]"
                : "bg-surface text-ink hover:bg-sunken",
            )}
          >
            <input
              type="radio"
              name={name}
              value={score}
              checked={chosen === score}
              onChange={() => choose(score)}
              onClick={() => {
                if (chosen === score) choose(null);
              }}
              className="size-full cursor-pointer appearance-none rounded-[inherit] outline-none [grid-area:1/1]"
            />
            <span className="pointer-events-none [grid-area:1/1]">{score}</span>
          </label>
        ))}
      </div>
      {ends === undefined ? null : (
        <p id={ends} className="mt-1 flex justify-between gap-4 text-caption text-muted">
          <span>{least}</span>
          <span>{most}</span>
        </p>
      )}
      {error ? <FieldError id={`${name}-error`}>{error}</FieldError> : null}
    </fieldset>
  );
}
