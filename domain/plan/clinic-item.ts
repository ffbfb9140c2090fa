/** An exercise of a clinic's own: what it may say, and what keeps it inside the phases and the matrix like any other (CLINICAL 3.6, 5.2). */
import { z } from "zod";
import { type CatalogueItem, type ClinicItemId, isStep, type PlanExerciseId } from "@/domain/plan/catalogue";
import { CONTRAINDICATIONS, type ConditionId } from "@/domain/vocabulary/contraindications";
import { type ExerciseId, isExerciseId } from "@/domain/vocabulary/exercise-names";
import { exerciseById, type LibraryDose } from "@/domain/vocabulary/exercises";
import { TREATMENT_PHASES, type TreatmentPhase } from "@/domain/vocabulary/phases";

export const CLINIC_ITEM_KINDS = ["rest", "activation", "self release", "stretch", "strengthen"] as const;
export const OWN_EFFECTS = ["hide", "caution"] as const;

const CONDITIONS: ReadonlySet<string> = new Set(CONTRAINDICATIONS.map(({ condition }) => condition));
const conditionId = z.custom<ConditionId>((id) => typeof id === "string" && CONDITIONS.has(id));
const text = (max: number) => z.string().trim().min(1).max(max);
const whole = (min: number, max: number) => z.int().min(min).max(max);

/** A clinic's item through all its versions, as others name it: `clinic:` and its id. */
export type ClinicItemKey = `clinic:${string}`;
/** What an own item names as its easier or harder step. */
export type StepRef = ExerciseId | ClinicItemKey;
const CLINIC_KEY = /^clinic:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const stepRef = z.custom<StepRef>((id) => typeof id === "string" && (isExerciseId(id) || CLINIC_KEY.test(id)));
export const clinicItemKey = (itemId: string): ClinicItemKey => `clinic:${itemId}`;

export const clinicItemContent = z.strictObject({
  name: text(120),
  phases: z.array(z.enum(TREATMENT_PHASES.map(({ id }) => id))).min(1),
  /** Muscles, in words. */
  targets: text(200),
  kind: z.enum(CLINIC_ITEM_KINDS),
  /** "none" when nothing is needed. */
  equipment: text(200),
  dose: z.strictObject({
    sets: whole(1, 20),
    reps: whole(1, 200).nullable(),
    time_s: whole(5, 7200).nullable(),
    /** 0 = not held. */
    hold_s: whole(0, 300),
    tempo: z.string().trim().max(80).nullable(),
    per_side: z.boolean(),
    per_week: whole(1, 7),
    rest_s: whole(0, 600),
  }),
  /** As the patient reads them. */
  steps: z.array(text(300)).min(1).max(12),
  /** Beside those of the library item it was copied from. */
  contraindications: z.array(z.strictObject({ condition: conditionId, effect: z.enum(OWN_EFFECTS) })).max(60),
  cautions: z.string().trim().max(500).nullable(),
  pain_limit: whole(0, 10),
  quad_length: z.boolean(),
  quad_strength: z.boolean(),
  active: z.boolean(),
  /** null = no step that way; absent in a version that was written before steps were asked: the original's. */
  easier: stepRef.nullable().optional(),
  harder: stepRef.nullable().optional(),
});
export type ClinicItemContent = z.infer<typeof clinicItemContent>;

export const CLINIC_ITEM_FAULTS = [
  "strengthen_before_gate",
  "phase_outside_original",
  "kind_of_original",
  "no_dose",
] as const;
export type ClinicItemFault = (typeof CLINIC_ITEM_FAULTS)[number];

const BEFORE_THE_GATE: readonly TreatmentPhase[] = ["protect", "release"];

/**
 * What no clinic's item may be. Strengthening opens with its gate (E6), so no item brings it into Protect or Release;
 * a copy goes into no phase that its original doesn't.
 */
export function clinicItemFaults(content: ClinicItemContent, copiedFrom: ExerciseId | null): ClinicItemFault[] {
  const faults: ClinicItemFault[] = [];
  const original = copiedFrom === null ? null : exerciseById(copiedFrom);
  const isEarly = content.phases.some((phase) => BEFORE_THE_GATE.includes(phase));
  if (original === null && content.kind === "strengthen" && isEarly) faults.push("strengthen_before_gate");
  if (original !== null && content.phases.some((phase) => !original.phases.includes(phase))) {
    faults.push("phase_outside_original");
  }
  if (original !== null && content.kind !== original.kind) faults.push("kind_of_original");
  const { reps, time_s, hold_s } = content.dose;
  if (content.kind !== "rest" && reps === null && time_s === null && hold_s === 0) faults.push("no_dose");
  return faults;
}

export type ClinicItem = CatalogueItem & {
  id: ClinicItemId;
  /** The item through all its versions. */
  item_id: string;
  number: number;
  content: ClinicItemContent;
  photo_id: string | null;
};

export type StoredClinicItem = {
  versionId: string;
  itemId: string;
  number: number;
  content: ClinicItemContent;
  photoId: string | null;
  copiedFrom: ExerciseId | null;
};

export const clinicItemId = (versionId: string): ClinicItemId => `clinic:${versionId}`;

/** Newest versions of the items that are offered, by key. */
export type NewestVersions = ReadonlyMap<ClinicItemKey, ClinicItemId>;

/** The steps an item names: its own, or those of the library item it was copied from. */
export function namedSteps(
  { easier, harder }: Pick<ClinicItemContent, "easier" | "harder">,
  copiedFrom: ExerciseId | null,
): { easier: StepRef | null; harder: StepRef | null } {
  const original = copiedFrom === null ? null : exerciseById(copiedFrom);
  return {
    easier: easier === undefined ? (original?.regress_to ?? null) : easier,
    harder: harder === undefined ? (original?.progress_to ?? null) : harder,
  };
}

type Versions = ReadonlyMap<ClinicItemId, ClinicItem>;

/** An exercise as others name it as their step; null for a clinic's item that isn't there. */
export function stepRefTo(id: PlanExerciseId, own: Versions): StepRef | null {
  if (isExerciseId(id)) return id;
  const item = own.get(id);
  return item === undefined ? null : clinicItemKey(item.item_id);
}

/** What an exercise names as its easier step, archived or not. */
export function easierRef(id: PlanExerciseId, own: Versions): StepRef | null {
  if (isExerciseId(id)) return exerciseById(id).regress_to;
  const item = own.get(id);
  return item === undefined ? null : namedSteps(item.content, item.copied_from ?? null).easier;
}

/** As plans and the matrix read it. Low load, and so the exception before the gate, comes from a library item alone. */
export function clinicCatalogueItem(stored: StoredClinicItem, newest: NewestVersions = new Map()): ClinicItem {
  const { content, copiedFrom } = stored;
  const original = copiedFrom === null ? null : exerciseById(copiedFrom);
  const { name, phases, targets, kind, equipment, pain_limit, quad_length, quad_strength, active } = content;
  const steps = namedSteps(content, copiedFrom);
  return {
    ...{ name, phases, targets, kind, equipment, pain_limit, quad_length, quad_strength, active },
    id: clinicItemId(stored.versionId),
    item_id: stored.itemId,
    number: stored.number,
    cautions: content.cautions,
    content,
    photo_id: stored.photoId,
    home: true,
    low_load: original?.low_load ?? false,
    dose: libraryDose(content.dose, original?.dose ?? null),
    progress_to: stepTo(steps.harder, newest),
    regress_to: stepTo(steps.easier, newest),
    own_cells: content.contraindications.map((cell) => ({ ...cell, text: content.cautions ?? "" })),
    ...(copiedFrom === null ? {} : { copied_from: copiedFrom }),
  };
}

/** An archived item is no step any more. */
function stepTo(ref: StepRef | null, newest: NewestVersions): PlanExerciseId | null {
  return ref === null || isExerciseId(ref) ? ref : (newest.get(ref) ?? null);
}

function libraryDose(dose: ClinicItemContent["dose"], original: LibraryDose | null): LibraryDose {
  const { sets, reps, time_s, hold_s, tempo, per_side, per_week, rest_s } = dose;
  return {
    ...{ sets, hold_s, tempo, per_side, per_week, rest_s },
    reps_min: reps,
    reps_max: reps,
    time_s_min: time_s,
    time_s_max: time_s,
    effort_pct_min: original?.effort_pct_min ?? null,
    effort_pct_max: original?.effort_pct_max ?? null,
    until_hours: original?.until_hours ?? null,
    max_days: original?.max_days ?? null,
    text: null,
  };
}

/** A library item as the beginning of a clinic's own: its lower doses, its words. */
export function contentOfLibrary(id: ExerciseId): ClinicItemContent | null {
  const { dose, ...item } = exerciseById(id);
  const kind = CLINIC_ITEM_KINDS.find((one) => one === item.kind);
  if (kind === undefined || !item.home) return null;
  return {
    name: item.name,
    phases: [...item.phases],
    targets: item.targets,
    kind,
    equipment: item.equipment,
    dose: {
      sets: dose.sets,
      reps: dose.reps_min,
      time_s: dose.time_s_min,
      hold_s: dose.hold_s,
      tempo: dose.tempo,
      per_side: dose.per_side,
      per_week: dose.per_week,
      rest_s: dose.rest_s,
    },
    steps: [...item.steps],
    contraindications: [],
    cautions: item.cautions,
    pain_limit: item.pain_limit,
    quad_length: item.quad_length,
    quad_strength: item.quad_strength,
    active: item.active,
    easier: stepOf(item.regress_to),
    harder: stepOf(item.progress_to),
  };
}

const stepOf = (id: ExerciseId | null): ExerciseId | null => (id !== null && isStep(exerciseById(id)) ? id : null);
