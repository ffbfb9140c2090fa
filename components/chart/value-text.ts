/** How numbers and clinical days are written beside a chart: a true minus, the measure's decimals, days as "15 Oct 2026". */

/** Ratios keep both decimals (0.40); others drop a trailing zero (122, 6.5). */
export function valueText(value: number, decimals: number, locale = "en"): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals >= 2 ? decimals : 0,
    maximumFractionDigits: decimals,
    useGrouping: false,
  })
    .format(value)
    .replace("-", "−")
    .replace(/^−0$/, "0");
}

/** A difference with its sign; no change is "0", never "+0". */
export function deltaText(delta: number, decimals: number, locale = "en"): string {
  const text = valueText(delta, decimals, locale);
  return delta > 0 ? `+${text}` : text;
}

/** `on` is a clinical day (YYYY-MM-DD), so it has no time zone. */
export function dayText(on: string, options: { year?: boolean; locale?: string } = {}): string {
  const { year = true, locale = "en" } = options;
  const day = new Date(`${on}T00:00:00Z`);
  const month = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" }).format(day);
  return `${day.getUTCDate()} ${month}${year ? ` ${day.getUTCFullYear()}` : ""}`;
}

/** The sign a unit leaves beside a value; other units are named once, in the caption. */
export function unitMark(unit: string): string {
  if (unit === "deg") return "°";
  return unit === "%" ? " %" : "";
}
