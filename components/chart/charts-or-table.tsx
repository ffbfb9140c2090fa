/** Switches a page of charts to tables of the same values and back. */
"use client";
import { type ReactNode, useState } from "react";

type Props = { legend: ReactNode; charts: ReactNode; tables: ReactNode; showTable: string; showCharts: string };

export function ChartsOrTable({ legend, charts, tables, showTable, showCharts }: Props) {
  const [asTable, setAsTable] = useState(false);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {asTable ? null : legend}
        <button
          type="button"
          onClick={() => setAsTable(!asTable)}
          className="min-h-7 text-secondary font-semi text-brand-ink underline underline-offset-2 max-sm:min-h-11"
        >
          {asTable ? showCharts : showTable}
        </button>
      </div>
      {asTable ? tables : charts}
    </>
  );
}
