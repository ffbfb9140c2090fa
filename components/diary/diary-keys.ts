/** What a key means in the diary's grid: a value, and where to go next. Pure, so that its keys can be counted. */
import type { CalendarDay } from "@/domain/calendar-day";
import { type DiaryDay, markOfKey } from "@/domain/home-session/diary";

export const COLUMNS = ["done", "during", "worst"] as const;
export type Column = (typeof COLUMNS)[number];
export type Cell = { row: number; column: Column };

export type Pressed = {
  day: DiaryDay;
  /** Where the focus goes; null: it stays. */
  next: Cell | null;
};

export const emptyDay = (on: CalendarDay): DiaryDay => ({
  on,
  mark: null,
  painDuring: null,
  painWorst24h: null,
  source: "diary",
});

const PAIN = { during: "painDuring", worst: "painWorst24h" } as const;
const CLEARING = [" ", "Delete", "Backspace"];
const nextColumn = (column: Column): Column | null => COLUMNS[COLUMNS.indexOf(column) + 1] ?? null;

/** null: not a key of the grid. */
export function pressed(day: DiaryDay, at: Cell, key: string): Pressed | null {
  const { row, column } = at;
  const below: Cell = { row: row + 1, column: "done" };
  const onward = nextColumn(column);
  const right: Cell = onward === null ? below : { row, column: onward };
  switch (key) {
    case "Enter":
      return { day, next: right };
    case "ArrowDown":
      return { day, next: { row: row + 1, column } };
    case "ArrowUp":
      return { day, next: { row: row - 1, column } };
    case "ArrowRight":
      return { day, next: right };
    case "ArrowLeft": {
      const before = COLUMNS[COLUMNS.indexOf(column) - 1];
      return { day, next: before === undefined ? { row: row - 1, column: "worst" } : { row, column: before } };
    }
    case "r":
    case "R":
      return { day: { ...day, source: day.source === "recall" ? "diary" : "recall" }, next: null };
  }
  if (column === "done") {
    // Unknown: nothing of that day is known, pain neither.
    if (CLEARING.includes(key)) return { day: { ...emptyDay(day.on), source: day.source }, next: below };
    const mark = markOfKey(key);
    if (mark === null) return null;
    return { day: { ...day, mark }, next: mark === "none" ? below : right };
  }
  if (day.mark === null) return null;
  const part = PAIN[column];
  if (CLEARING.includes(key)) return { day: { ...day, [part]: null }, next: key === " " ? right : null };
  if (!/^\d$/.test(key)) return null;
  // 1 waits: a 0 makes it 10, Enter goes on.
  if (key === "0" && day[part] === 1) return { day: { ...day, [part]: 10 }, next: right };
  return { day: { ...day, [part]: Number(key) }, next: key === "1" ? null : right };
}
