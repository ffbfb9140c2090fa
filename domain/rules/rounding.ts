/** Rounds the way the record is shown, so that what is displayed is what is judged (CLINICAL 2.2 rule 1). */

/** Moves the decimal point in the written number, where a multiplication would bring binary noise back in. */
function shift(value: number, places: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** Half-up on the magnitude, so that a gain and a loss of the same size round alike; binary noise does not count. */
export function roundHalfUp(value: number, decimals: number): number {
  const magnitude = Number(Math.abs(value).toPrecision(12));
  const rounded = shift(Math.round(shift(magnitude, decimals)), -decimals);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Differences are rounded to 0.01 before they meet an MDC or a limit. */
export const difference = (to: number, from: number): number => roundHalfUp(to - from, 2);
