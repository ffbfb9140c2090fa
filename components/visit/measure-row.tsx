/** One row of the flowsheet: its name and parts, the last visits, today's cells, and what is said about them. */
"use client";

import { Fragment, useState } from "react";
import { dayText, valueText } from "@/components/chart/value-text";
import { classNames } from "@/components/ui/class-names";
import type { Side } from "@/domain/record";
import { type MeasureId, measureById } from "@/domain/vocabulary/measures";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { MeasureCell } from "./measure-cell";
import { MeasureNotes } from "./measure-notes";
import { RowParts } from "./measure-parts";
import { type MeasureRow, takesLever, takesMethod, takesPelvis, toneOf } from "./measure-rows";
import { OnDemand, partOf } from "./on-demand";
import type { EarlierVisit } from "./visit-data";

const measureDetails = partOf(async () => (await import("./measure-details")).MeasureDetails);
const TONE = { front: "text-front-ink", back: "text-back-ink", plain: "text-ink" } as const;

/** Where there is no room for two visits, the last one stands; the column keeps its place in the count of columns. */
export const OLDER = "sm:max-lg:invisible sm:max-lg:w-0 sm:max-lg:overflow-hidden sm:max-lg:px-0";

type RowProps = {
  row: MeasureRow;
  shown: readonly EarlierVisit[];
  onMove: (row: MeasureRow, by: -1 | 1) => void;
  /** On a phone: not shown until all are asked for. */
  isBehind: boolean;
};

export function Row({ row, shown, onMove, isBehind }: RowProps) {
  const { id, sides } = row;
  const [isOpen, setOpen] = useState(false);
  const measure = measureById(id);
  const isMidline = sides[0] === "M";
  const label =
    isMidline || !measure.sides.includes("M") ? measure.label : `${measure.label}, ${text.measures.perSide}`;
  const hasParts = takesMethod(id) || takesLever(id) || takesPelvis(id);
  return (
    <Fragment>
      <tr
        onKeyDown={(event) => {
          const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
          if (!event.altKey || by === 0) return;
          event.preventDefault();
          onMove(row, by);
        }}
        className={classNames(
          "border-t border-line align-top max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-3 max-sm:gap-y-1 max-sm:py-2",
          isBehind && "max-sm:hidden",
        )}
      >
        <th scope="row" className="py-1.5 pr-2 text-left font-strong max-sm:col-span-2 max-sm:py-0">
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className={classNames("text-left max-sm:min-h-9", TONE[toneOf(id)])}
          >
            {label} <span className="font-normal text-muted">{unitOf(id)}</span>
          </button>
          {hasParts ? <RowParts id={id} sides={sides} /> : null}
        </th>
        {shown.map((visit) => (
          <td
            key={visit.id}
            className={classNames(
              "px-2 py-2 text-right whitespace-nowrap text-muted max-sm:p-0 max-sm:text-left max-sm:text-caption",
              visit !== shown.at(-1) && OLDER,
            )}
          >
            <span className="sm:hidden">
              {fill(text.measures.visitOn, {
                number: visit.number ?? "",
                on: dayText(visit.visitOn, { year: false }),
              })}{" "}
            </span>
            {sides.map((side) => earlierText(visit, id, side)).join("  ")}
          </td>
        ))}
        {sides.map((side, index) => (
          <td
            key={side}
            data-column={index}
            className="px-1 py-1 max-sm:flex max-sm:items-center max-sm:gap-2 max-sm:p-0"
          >
            {isMidline ? null : <span className="w-3 text-muted sm:hidden">{side}</span>}
            <MeasureCell id={id} side={side} />
          </td>
        ))}
        {sides.length === 1 ? (
          <td className="px-2 py-2 text-muted max-sm:hidden">{isMidline ? text.measures.midline : ""}</td>
        ) : null}
        <td className="px-2 py-0.5 max-sm:col-span-2 max-sm:p-0">
          <MeasureNotes id={id} sides={sides} />
        </td>
      </tr>
      {isOpen ? (
        <tr className="max-sm:block">
          <td colSpan={4 + shown.length} className="pb-3 max-sm:block">
            <OnDemand part={measureDetails} id={id} sides={sides} label={label} onMove={(by) => onMove(row, by)} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

const UNITS: Readonly<Record<string, string>> = text.units;
const unitOf = (id: MeasureId): string => UNITS[measureById(id).unit] ?? measureById(id).unit;

function earlierText({ record }: EarlierVisit, id: MeasureId, side: Side): string {
  const found = record.measures.find((measure) => measure.id === id && measure.side === side);
  return found === undefined ? "–" : valueText(found.value, measureById(id).decimals);
}
