/** Rows and columns with a caption; a table that is too wide scrolls by itself, the page never does. */
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Column = {
  key: string;
  header: ReactNode;
  /** Numbers stand right, so that digits line up. */
  numeric?: boolean;
  headerHidden?: boolean;
  className?: string;
};

export type Row = {
  key: string;
  /** By column key; the first column heads its row. An absent cell is an en dash: not recorded. */
  cells: Readonly<Record<string, ReactNode>>;
  selected?: boolean;
};

export type DataTableProps = {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column[];
  rows: readonly Row[];
  dense?: boolean;
  className?: string;
};

export function DataTable({ caption, captionHidden = false, columns, rows, dense = false, className }: DataTableProps) {
  const pad = dense ? "py-1" : "py-2.5";
  // A keyboard reaches what is scrolled out of sight only when the scroller takes the focus.
  const scroller = { role: "region", "aria-label": caption, tabIndex: 0 };
  return (
    <div {...scroller} className={classNames("overflow-x-auto rounded-card", className)}>
      <table className="w-full border-collapse text-left text-secondary">
        <caption className={captionHidden ? "sr-only" : "mb-2 text-left text-card"}>{caption}</caption>
        <thead>
          <tr className="border-b border-line">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classNames(
                  "px-2.5 py-2 align-bottom text-caption font-bold text-muted",
                  column.numeric && "text-right",
                  column.className,
                )}
              >
                {column.headerHidden ? <span className="sr-only">{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.key}
              className={classNames(
                "border-b border-line last:border-b-0",
                row.selected && "bg-brand-wash shadow-[inset_3px_0_var(--brand)]",
              )}
            >
              {columns.map((column, index) => {
                const Cell = index === 0 ? "th" : "td";
                return (
                  <Cell
                    key={column.key}
                    scope={index === 0 ? "row" : undefined}
                    className={classNames(
                      "px-2.5 align-middle font-normal",
                      pad,
                      index === 0 && "font-strong",
                      column.numeric && "text-right whitespace-nowrap",
                      column.className,
                    )}
                  >
                    {row.cells[column.key] ?? "–"}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
