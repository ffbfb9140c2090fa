/** What a chart reads of a series, and the series of an episode packed for the way to the browser: each visit once, values in columns. */
import type { Series, SeriesPoint } from "@/domain/progress/series";

/** The part of a point that is drawn or said. */
export type ShownPoint = Pick<
  SeriesPoint,
  "visit" | "day" | "value" | "comparable" | "notComparableBecause" | "otherRater" | "breaksBefore"
>;
export type ShownSeries = Omit<Series, "points"> & { points: readonly ShownPoint[] };

type Oddity = Partial<Pick<ShownPoint, "comparable" | "notComparableBecause" | "otherRater" | "breaksBefore">>;

export type PackedSeries = {
  /** Number and day of each visit, the same for all series. */
  visits: readonly (readonly [visit: number, day: number])[];
  series: readonly (Omit<Series, "points"> & {
    /** By visit; null is a visit without the value. */
    values: readonly (number | null)[];
    /** By place: what sets a point apart from a plain one. */
    odd: Readonly<Record<number, Oddity>>;
  })[];
};

const plain = (value: number | null) => ({
  comparable: value !== null,
  notComparableBecause: null,
  otherRater: false,
  breaksBefore: false,
});

function oddityOf(point: ShownPoint): Oddity | null {
  const usual = plain(point.value);
  const odd: Oddity = {
    ...(point.comparable !== usual.comparable && { comparable: point.comparable }),
    ...(point.notComparableBecause !== null && { notComparableBecause: point.notComparableBecause }),
    ...(point.otherRater && { otherRater: true }),
    ...(point.breaksBefore && { breaksBefore: true }),
  };
  return Object.keys(odd).length === 0 ? null : odd;
}

/** @param all series of one episode: each has a point for each of its visits, or none */
export function packSeries(all: readonly ShownSeries[]): PackedSeries {
  const longest = all.find(({ points }) => points.length > 0)?.points ?? [];
  return {
    visits: longest.map(({ visit, day }) => [visit, day] as const),
    series: all.map(({ points, ...head }) => ({
      ...head,
      values: points.map(({ value }) => value),
      odd: Object.fromEntries(
        points.flatMap((point, place) => {
          const odd = oddityOf(point);
          return odd === null ? [] : [[place, odd]];
        }),
      ),
    })),
  };
}

export function unpackSeries({ visits, series }: PackedSeries): ShownSeries[] {
  return series.map(({ values, odd, ...head }) => ({
    ...head,
    points: values.map((value, place) => {
      const [visit, day] = visits[place] ?? [place, 0];
      return { visit, day, value, ...plain(value), ...odd[place] };
    }),
  }));
}
