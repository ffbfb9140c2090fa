/** Where the figure's parts and the next best test lead: to the fields in which what is missing is entered, the likeliest first. Fetched before it is needed. */
import type { PullPart } from "@/components/figure/pull-figure-input";
import type { PullSide } from "@/components/figure/pull-words";
import type { NextBestTest } from "@/domain/progress/next-best-test";
import type { LimbSide, Side } from "@/domain/record";
import { draftPath } from "@/domain/visit/fields";
import { isMeasureId, type MeasureId, measureById } from "@/domain/vocabulary/measures";
import { isSignId, type SignId, signById, signSides } from "@/domain/vocabulary/signs";
import { goToField, goToSection } from "./go-to";

const LIMBS = ["L", "R"] as const;
/** A muscle or region leads to its first sign. */
const SIGN_OF_PART = {
  flexors: "hip_flexor_tight",
  quads: "quad_tightness",
  erectors: "erector_spinae_tight",
  hams: "early_fatigue_cramp",
  pelvis: "anterior_pelvic_tilt",
  low_back: "lbp_local",
} as const satisfies Record<PullPart, SignId>;
const ONSET: SignId = "sudden_onset_posterior_thigh";

function placesOfSign(id: SignId, asked: Side): string[] {
  const has = signSides(signById(id));
  const sides = [...new Set<Side>([asked, "M", ...LIMBS])].filter((side) => has.includes(side));
  return sides.map((side) => draftPath.sign(id, side));
}

/** @param drawn the side on which the part is drawn where the worse one is; none is named where both are alike */
export const placesOfPart = (part: PullPart, side: PullSide, drawn: Side | undefined): string[] =>
  placesOfSign(SIGN_OF_PART[part], side === "worse" ? (drawn ?? "L") : side);

type Known = {
  /** What the draft holds; null is nothing. */
  value: (path: string) => unknown;
  /** Sides with a strain, or one that is suspected. */
  strained: readonly LimbSide[];
};

/** Ratios are computed: what they are made of is what one enters. */
function partsOf(test: string, side: LimbSide): string[] | null {
  const force = (id: "ham_force_n" | "quad_force_n", of: LimbSide) => draftPath.measure(id, of);
  const other = side === "L" ? "R" : "L";
  switch (test) {
    case "hq_ratio":
      return [force("ham_force_n", side), force("quad_force_n", side)];
    case "lsi_ham_pct":
      return [force("ham_force_n", side), force("ham_force_n", other)];
    case "ham_nm_kg":
      return [force("ham_force_n", side), draftPath.body("mass_kg")];
    case "quad_nm_kg":
      return [force("quad_force_n", side), draftPath.body("mass_kg")];
    case "hamstring_strength":
      return [force("ham_force_n", side)];
    default:
      return null;
  }
}

function placesOfMeasure(id: MeasureId, side: Side | null): string[] {
  const { sides } = measureById(id);
  const asked = side !== null && sides.includes(side) ? [side] : sides.includes("M") ? (["M"] as const) : sides;
  return asked.map((each) => draftPath.measure(id, each));
}

/** What holds nothing yet comes first; empty where nothing on the page answers the test. */
export function placesOfTest({ test, side }: Omit<NextBestTest, "because">, { value, strained }: Known): string[] {
  const isEmpty = (path: string) => value(path) === null;
  if (test === "onset_day") {
    const isDated = (path: string) => (value(path) as { onset_on?: string } | null)?.onset_on !== undefined;
    const places = (strained.length > 0 ? strained : LIMBS).map((limb) => draftPath.sign(ONSET, limb));
    return places.toSorted((a, b) => Number(isDated(a)) - Number(isDated(b)));
  }
  if (test === "function") {
    // The form that is begun, else the total.
    const begun = (["psfs", "rmdq"] as const).map(draftPath.questionnaire).filter((path) => !isEmpty(path));
    return [...begun, draftPath.measure("psfs_avg", "M"), draftPath.measure("rmdq_score", "M")];
  }
  if (isSignId(test)) return placesOfSign(test, side ?? "L");
  const places = partsOf(test, side === "R" ? "R" : "L") ?? (isMeasureId(test) ? placesOfMeasure(test, side) : []);
  return places.toSorted((a, b) => Number(isEmpty(b)) - Number(isEmpty(a)));
}

/** The first of the places that is on the page; a filter that hides a sign is taken off. */
export function leadToPlaces(places: readonly string[]): void {
  const [first] = places;
  if (first === undefined) {
    goToSection("measures");
    return;
  }
  const isShown = (path: string) => document.querySelector(`[data-path="${CSS.escape(path)}"]`) !== null;
  if (first.startsWith("sign.") && !places.some(isShown)) {
    document.querySelector<HTMLInputElement>('#section-signs [role="radiogroup"] input[value="all"]')?.click();
  }
  // The rows that the filter hid are on the page once React has drawn them.
  setTimeout(() => goToField(places.find(isShown) ?? first));
}
