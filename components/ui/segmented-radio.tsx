/** A row of joined radios: grades, screening answers, sides. Nothing chosen means not recorded, and a choice can be cleared. */
"use client";

import { type KeyboardEvent, useId } from "react";
import { classNames } from "./class-names";
import { type ChoiceProps, useChoice } from "./use-choice";

export type Segment<T extends string = string> = {
  value: T;
  label: string;
  /** Typed while the group has the focus. */
  hotkey?: string;
  /** Hatched when chosen: "Not asked". */
  hatch?: boolean;
};

/** `grid` 24 px (screening), `row` 27 px (grades), `touch` 44 px everywhere; all are 44 px on phones. */
export type SegmentSize = "grid" | "row" | "touch";

export type SegmentedRadioProps<T extends string> = ChoiceProps<T> & {
  /** Heard as the group's name; with `labelledBy` the visible one is used instead. */
  label?: string;
  labelledBy?: string;
  describedBy?: string | undefined;
  name?: string;
  options: readonly Segment<T>[];
  size?: SegmentSize;
  /** Carried from the last visit and unconfirmed: dashed, warn, not counted. */
  carried?: boolean;
  /** False where one must stay chosen. */
  clearable?: boolean;
  disabled?: boolean;
  invalid?: boolean;
  className?: string;
};

const HEIGHT: Record<SegmentSize, string> = {
  grid: "min-h-6 text-caption max-sm:min-h-11 max-sm:text-control",
  row: "min-h-6.75 text-caption max-sm:min-h-11 max-sm:text-control",
  touch: "min-h-11 text-control",
};

export function SegmentedRadio<T extends string>(props: SegmentedRadioProps<T>) {
  const { label, labelledBy, describedBy, options, size = "row", carried = false, clearable = true, disabled } = props;
  const { chosen, choose, resets, group } = useChoice<T, HTMLDivElement>(props);
  const generated = useId();
  const name = props.name ?? generated;

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || disabled) return;
    const typed = options.find((option) => option.hotkey === event.key.toLowerCase());
    if (typed) {
      choose(typed.value);
      // arrows go on from what was chosen
      group.current?.querySelector<HTMLInputElement>(`input[value="${CSS.escape(typed.value)}"]`)?.focus();
    } else if (clearable && (event.key === "Backspace" || event.key === "Delete")) choose(null);
    else return;
    event.preventDefault();
  }

  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={labelledBy === undefined ? label : undefined}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={props.invalid || undefined}
      onKeyDown={onKeyDown}
      className={classNames(
        "inline-flex max-w-full rounded-chip border bg-surface has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2 max-sm:flex",
        carried ? "border-dashed border-warn" : props.invalid ? "border-bad ring-1 ring-bad" : "border-field",
        disabled && "opacity-60",
        props.className,
      )}
    >
      {options.map((option) => {
        const checked = chosen === option.value;
        return (
          <label
            key={`${option.value}${resets}`}
            className={classNames(
              // One over the other by the grid, not by position: each positioned box is a layer that every key pays for.
              "grid border-l text-center max-sm:flex-1 sm:whitespace-nowrap first:rounded-l-grade first:border-l-0 last:rounded-r-grade",
              HEIGHT[size],
              carried && checked ? "border-warn-line" : "border-line-2",
              "has-focus-visible:underline has-focus-visible:decoration-2 has-focus-visible:underline-offset-4",
              segmentLook(checked, carried, option.hatch ?? false),
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={checked}
              disabled={disabled}
              onChange={() => choose(option.value)}
              onClick={() => {
                // a radio that is chosen sends no change event: the second press takes the answer back
                if (checked && clearable) choose(null);
              }}
              className="size-full cursor-pointer appearance-none rounded-[inherit] outline-none [grid-area:1/1] disabled:cursor-not-allowed"
            />
            <span className="pointer-events-none self-center px-2 [grid-area:1/1] max-sm:px-1">{option.label}</span>
          </label>
        );
      })}
    </div>
  );
}

function segmentLook(checked: boolean, carried: boolean, hatch: boolean): string {
  if (!checked) return "text-muted hover:bg-sunken";
  if (carried) return "bg-warn-wash font-bold text-warn";
  if (hatch) return "bg-sunken bg-hatch font-bold text-ink";
  // Chosen is ink, "absent" too: an answer is no verdict.
  return "bg-ink font-bold text-paper forced-colors:bg-[Highlight]";
}
