/** Regions of the body chart and the qualities of pain (CLINICAL 11.1). */
export const BODY_REGIONS = [
  { id: "head_neck", label: "Head and neck", sides: ["M"] },
  { id: "thoracic_back", label: "Upper back", sides: ["L", "R"] },
  { id: "ribs_side", label: "Side of the ribs", sides: ["L", "R"] },
  { id: "lumbar_central", label: "Low back, middle", sides: ["M"] },
  { id: "lumbar_side", label: "Low back, side", sides: ["L", "R"] },
  { id: "sacrum", label: "Sacrum", sides: ["M"] },
  { id: "sacroiliac", label: "Over the sacroiliac joint", sides: ["L", "R"] },
  { id: "buttock", label: "Buttock", sides: ["L", "R"] },
  { id: "sitting_bone", label: "Sitting bone (hamstring origin)", sides: ["L", "R"] },
  { id: "abdomen", label: "Abdomen", sides: ["M"] },
  { id: "groin", label: "Groin", sides: ["L", "R"] },
  { id: "hip_outer", label: "Outer hip", sides: ["L", "R"] },
  { id: "hip_front", label: "Front of the hip", sides: ["L", "R"] },
  { id: "thigh_front", label: "Front of the thigh", sides: ["L", "R"] },
  { id: "thigh_inner", label: "Inner thigh", sides: ["L", "R"] },
  { id: "thigh_outer", label: "Outer thigh", sides: ["L", "R"] },
  { id: "ham_proximal", label: "Back of the thigh, upper third", sides: ["L", "R"] },
  { id: "ham_mid", label: "Back of the thigh, middle third", sides: ["L", "R"] },
  { id: "ham_distal", label: "Back of the thigh, lower third", sides: ["L", "R"] },
  { id: "knee_front", label: "Front of the knee", sides: ["L", "R"] },
  { id: "knee_back", label: "Back of the knee", sides: ["L", "R"] },
  { id: "knee_inner", label: "Inner knee", sides: ["L", "R"] },
  { id: "knee_outer", label: "Outer knee", sides: ["L", "R"] },
  { id: "shin", label: "Shin", sides: ["L", "R"] },
  { id: "calf", label: "Calf", sides: ["L", "R"] },
  { id: "ankle", label: "Ankle", sides: ["L", "R"] },
  { id: "foot_top", label: "Top of the foot", sides: ["L", "R"] },
  { id: "foot_sole", label: "Sole of the foot", sides: ["L", "R"] },
  { id: "saddle", label: "Saddle area", sides: ["M"] },
] as const;
export type BodyRegionId = (typeof BODY_REGIONS)[number]["id"];

export const PAIN_QUALITIES = [
  "ache",
  "sharp",
  "burning",
  "pulling",
  "stiff",
  "tingling",
  "numb",
  "weak",
  "cramp",
] as const;
export type PainQuality = (typeof PAIN_QUALITIES)[number];

export type BodyRegion = (typeof BODY_REGIONS)[number];
const BY_ID = Object.fromEntries(BODY_REGIONS.map((region) => [region.id, region])) as Record<BodyRegionId, BodyRegion>;
export const isBodyRegionId = (id: string): id is BodyRegionId => Object.hasOwn(BY_ID, id);
export const bodyRegionById = (id: BodyRegionId): BodyRegion => BY_ID[id];
