/** How numbers and clinical days are written beside a chart: a true minus, the measure's decimals, days as "15 Oct 2026". */

/** By locale and decimals, and by locale: making a formatter costs a hundred times its use. */
const numbers = new Map<string, Intl.NumberFormat>();
const months = new Map<string, Intl.DateTimeFormat>();

function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format;
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

/** `on` is a clinical day (YYYY-MM-DD), so it has no time zone. */
export function dayText(on: string, options: { year?: boolean; locale?: string } = {}): string {
  const { year = true, locale = "en" } = options;
  const day = new Date(`${on}T00:00:00Z`);
  const format = kept(months, locale, () => new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" }));
  const month = format.format(day);
  return `${day.getUTCDate()} ${month}${year ? ` ${day.getUTCFullYear()}` : ""}`;
}

/** The sign a unit leaves beside a value; other units are named once, in the caption. */
export function unitMark(unit: string): string {
  if (unit === "deg") return "°";
  return unit === "%" ? " %" : "";
}
