/** What may be judged on the day of a visit: valid readings and signs of the episode so far, newest last. */
import type { Day, LimbSide, MeasureRecord, PatientRecord, Side, VisitRecord } from "@/domain/record";
import { MEASURE_METHODS, type MeasureId, type MeasureMethod } from "@/domain/vocabulary/measures";
import { SIGN_GRADES, type SignGrade, type SignId } from "@/domain/vocabulary/signs";
import { type DerivedReading, deriveReadings, LIMBS } from "./derived";
import type { RuleSet } from "./rule-set";

export type Reading = {
  measure: MeasureId;
  side: Side;
  value: number;
  day: Day;
  visit: number;
  method?: MeasureMethod;
  rater?: string;
  /** Only a Thomas test with the pelvis held is scored. */
  stabilised: boolean;
  entered: boolean;
};

export type SignReading = { id: SignId; side: Side; grade: SignGrade; day: Day; visit: number; onsetDay?: Day };

export type Findings = {
  patient: PatientRecord;
  rules: RuleSet["values"];
  visit: VisitRecord;
  day: Day;
  /** Judged readings up to and including today. */
  readings: readonly Reading[];
  signs: readonly SignReading[];
  derivedToday: readonly DerivedReading[];
  /** Sides where the prone knee bend is no length test today. */
  elyNotJudged: readonly LimbSide[];
};

export type Query = {
  /** Age limit in days, inclusive; without it any age. */
  within?: number;
  where?: (reading: Reading) => boolean;
};

const INVALIDATES_ELY: readonly SignId[] = ["femoral_nerve_tension", "knee_limits_flexion"];
const ELASTICITY: readonly MeasureId[] = ["ely_angle_deg", "heel_buttock_cm"];

/** Two readings of a visit differ by method at most; the default method stands last, so that it is the newest. */
const byPreference = (a: MeasureRecord, b: MeasureRecord) =>
  (b.method === undefined ? MEASURE_METHODS.length : MEASURE_METHODS.indexOf(b.method)) -
    (a.method === undefined ? MEASURE_METHODS.length : MEASURE_METHODS.indexOf(a.method)) || a.value - b.value;

function signsOf(visits: readonly VisitRecord[]): SignReading[] {
  return visits.flatMap((visit) =>
    visit.signs.map(({ id, side, grade, onset_day }) => ({
      id,
      side,
      grade,
      day: visit.day,
      visit: visit.visit,
      onsetDay: onset_day ?? undefined,
    })),
  );
}

const latestOf = (signs: readonly SignReading[], id: SignId, side: Side, day: Day, rules: RuleSet["values"]) =>
  signs.findLast((sign) => sign.id === id && sign.side === side && day - sign.day <= rules.sign_valid_days);

const sidesNotJudged = (signs: readonly SignReading[], day: Day, rules: RuleSet["values"]): LimbSide[] =>
  LIMBS.filter((side) => INVALIDATES_ELY.some((id) => latestOf(signs, id, side, day, rules)?.grade === "present"));

export function gatherFindings(
  patient: PatientRecord,
  earlier: readonly VisitRecord[],
  visit: VisitRecord,
  rules: RuleSet["values"],
): Findings {
  const visits = [...earlier, visit];
  const signs = signsOf(visits);
  const readings: Reading[] = [];
  let massKg = patient.mass_kg;
  let derivedToday: DerivedReading[] = [];
  for (const [index, { visit: number, day, mass_kg, measures }] of visits.entries()) {
    massKg = mass_kg ?? massKg;
    const barred = sidesNotJudged(signsOf(visits.slice(0, index + 1)), day, rules);
    const judged = measures
      .filter(({ quality }) => quality !== "invalid")
      .filter(({ id, side }) => !(ELASTICITY.includes(id) && barred.some((limb) => limb === side)))
      .toSorted(byPreference);
    const derived = deriveReadings(judged, massKg);
    const at = { day, visit: number };
    for (const { id, side, value, method, rater, pelvis_stabilised } of judged) {
      readings.push({
        ...at,
        measure: id,
        side,
        value,
        method,
        rater,
        stabilised: pelvis_stabilised === true,
        entered: true,
      });
    }
    for (const reading of derived) {
      // A torque read off a device is already there as it was entered.
      if (judged.some(({ id, side }) => id === reading.measure && side === reading.side)) continue;
      readings.push({ ...at, ...reading, stabilised: false, entered: false });
    }
    derivedToday = derived;
  }
  const elyNotJudged = sidesNotJudged(signs, visit.day, rules);
  const stillJudged = readings.filter(
    ({ measure, side }) => !(ELASTICITY.includes(measure) && elyNotJudged.some((limb) => limb === side)),
  );
  return { patient, rules, visit, day: visit.day, readings: stillJudged, signs, derivedToday, elyNotJudged };
}

export function latestReading(findings: Findings, measure: MeasureId, side: Side, { within, where }: Query = {}) {
  return findings.readings.findLast(
    (reading) =>
      reading.measure === measure &&
      reading.side === side &&
      (within === undefined || findings.day - reading.day <= within) &&
      (where === undefined || where(reading)),
  );
}

/** Gates and regress rules look at the values of this visit only. */
export const readingToday = (findings: Findings, measure: MeasureId, side: Side, where?: Query["where"]) =>
  latestReading(findings, measure, side, {
    where: (reading) => reading.visit === findings.visit.visit && (where === undefined || where(reading)),
  });

/** undefined = not recorded within its validity, which is not the same as absent. */
export const latestSign = (findings: Findings, id: SignId, side: Side): SignReading | undefined =>
  latestOf(findings.signs, id, side, findings.day, findings.rules);

export const isAtLeast = (sign: SignReading | undefined, grade: SignGrade): boolean =>
  sign !== undefined && SIGN_GRADES.indexOf(sign.grade) >= SIGN_GRADES.indexOf(grade);

/** A limb is judged by its own finding or by one of the midline, whichever is newer; its own if of the same visit. */
export function newerOf<T extends { day: Day; visit: number }>(own: T | undefined, midline: T | undefined) {
  if (own === undefined || midline === undefined) return own ?? midline;
  return midline.day > own.day || (midline.day === own.day && midline.visit > own.visit) ? midline : own;
}

export const isAdult = ({ patient, rules }: Findings): boolean => patient.age >= rules.adult_age;
