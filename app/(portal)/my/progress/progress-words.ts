/** A patient's change in plain words: what moved, and whether that is more than ups and downs. No verdict in numbers. */
import { valueText } from "@/components/chart/value-text";
import type { Series } from "@/domain/progress/series";
import { fill } from "@/messages/fill";
import type { Locale, Messages } from "@/messages/rooms";

type Text = Messages["portal"]["progress"];

const isPain = ({ measure }: Series) => measure.startsWith("nprs_");

export function titleOf({ measure }: Series, text: Text): string {
  if (measure === "nprs_worst") return text.pain;
  if (measure === "nprs_thigh_worst") return text.thighPain;
  return measure === "psfs_avg" ? text.activities : text.function;
}

function movement({ measure }: Series, text: Text): string {
  if (measure === "nprs_worst") return text.painScore;
  if (measure === "nprs_thigh_worst") return text.thighScore;
  return measure === "psfs_avg" ? text.psfsScore : text.rmdqScore;
}

/** "Your worst pain went from 6 to 3. That is a real change." */
export function changeSentence(series: Series, text: Text, locale: Locale): string {
  const { baseline, latest, changeClass } = series;
  if (!baseline || !latest) return "";
  const say = (value: number) => valueText(value, series.decimals, locale);
  if (baseline.visit === latest.visit || changeClass === null) return fill(text.once, { value: say(latest.value) });
  const moved = fill(movement(series, text), { from: say(baseline.value), to: say(latest.value) });
  return `${moved} ${verdict(series, text)}`;
}

function verdict(series: Series, text: Text): string {
  switch (series.changeClass) {
    case "improved_important":
      return text.better_important;
    case "improved_detectable":
      return text.better;
    case "worsened_important":
    case "worsened_detectable":
      return isPain(series) ? text.worse : text.worseScore;
    case "not_comparable":
      return text.notComparable;
    default:
      return text.unsure;
  }
}
