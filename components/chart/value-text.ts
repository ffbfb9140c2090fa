/** How numbers, clinical days and times are written: a true minus, the measure's decimals, days as "15 Oct 2026". */

/** By locale and decimals, by locale, and by time zone: making a formatter costs a hundred times its use. */
const numbers = new Map<string, Intl.NumberFormat>();
const months = new Map<string, readonly string[]>();
const clocks = new Map<string, Intl.DateTimeFormat>();

function kept<Made>(all: Map<string, Made>, key: string, make: () => Made): Made {
  const made = all.get(key) ?? make();
  all.set(key, made);
  return made;
}

/** Ratios keep both decimals (0.40); others drop a trailing zero (122, 6.5). */
export function valueText(value: number, decimals: number, locale = "en"): string {
  const minimumFractionDigits = decimals >= 2 ? decimals : 0;
  const options = { minimumFractionDigits, maximumFractionDigits: decimals, useGrouping: false };
  return kept(numbers, `${locale} ${decimals}`, () => new Intl.NumberFormat(locale, options))
    .format(value)
    .replace("-", "−")
    .replace(/^−0$/, "0");
}

/** A difference with its sign; no change is "0", never "+0". */
export function deltaText(delta: number, decimals: number, locale = "en"): string {
  const text = valueText(delta, decimals, locale);
  return delta > 0 ? `+${text}` : text;
}

function monthsIn(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1)));
}

/** `on` is a clinical day (YYYY-MM-DD), so it has no time zone. */
export function dayText(on: string, options: { year?: boolean; locale?: string } = {}): string {
  const { year = true, locale = "en" } = options;
  const names = kept(months, locale, () => monthsIn(locale));
  const [inYear = "", month = "", day = ""] = on.split("-");
  return `${Number(day)} ${names[Number(month) - 1]}${year ? ` ${Number(inYear)}` : ""}`;
}

/** The sign a unit leaves beside a value; other units are named once, in the caption. */
export function unitMark(unit: string): string {
  if (unit === "deg") return "°";
  return unit === "%" ? " %" : "";
}

/** Time of day to the second, by the clock of an IANA time zone: "14:02:11". `at` is ISO. */
export function timeText(at: string, timeZone: string): string {
  const make = () => new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "medium" });
  return kept(clocks, timeZone, make).format(new Date(at));
}
