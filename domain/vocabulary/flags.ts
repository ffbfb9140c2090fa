/** Red flags and precautions (CLINICAL 3): the clinician's judgement, its level and what follows from it. */
export const FLAG_LEVELS = ["block_emergency", "block_urgent", "block_technique", "ack_required", "warn"] as const;
export type FlagLevel = (typeof FLAG_LEVELS)[number];

type FlagEntry = {
  id: string;
  name: string;
  level: FlagLevel;
  origin: "screening" | "history" | "clinician" | "derived";
  ack_days: number | null;
  action: string;
};

const ENTRIES = [
  {
    id: "cauda_equina_suspected",
    name: "Cauda equina suspected",
    level: "block_emergency",
    origin: "screening",
    ack_days: null,
    action:
      "Same-day emergency referral; no exercises shown. S: BMJ Best Practice/CSP (onset < 14 days or worsening; emergency MRI)",
  },
  {
    id: "cord_compression_suspected",
    name: "Cord compression suspected",
    level: "block_emergency",
    origin: "screening",
    ack_days: null,
    action: "Emergency referral",
  },
  {
    id: "progressive_motor_deficit",
    name: "New or worsening motor deficit",
    level: "block_emergency",
    origin: "screening",
    ack_days: null,
    action: "Same-day referral",
  },
  {
    id: "aaa_suspected",
    name: "Abdominal aortic aneurysm suspected",
    level: "block_emergency",
    origin: "screening",
    ack_days: null,
    action: "Emergency call",
  },
  {
    id: "limb_ischaemia_suspected",
    name: "Limb ischaemia suspected",
    level: "block_emergency",
    origin: "screening",
    ack_days: null,
    action: "Emergency call",
  },
  {
    id: "fracture_suspected",
    name: "Fracture suspected",
    level: "block_urgent",
    origin: "screening",
    ack_days: null,
    action: "Urgent medical review before any loading or manual work",
  },
  {
    id: "malignancy_suspected",
    name: "Malignancy suspected",
    level: "block_urgent",
    origin: "screening",
    ack_days: null,
    action: "Urgent medical review",
  },
  {
    id: "spinal_infection_suspected",
    name: "Spinal infection suspected",
    level: "block_urgent",
    origin: "screening",
    ack_days: null,
    action: "Same-day medical review",
  },
  {
    id: "dvt_suspected",
    name: "Thrombosis suspected",
    level: "block_urgent",
    origin: "screening",
    ack_days: null,
    action: "Same-day medical review; no rolling, massage, stretching",
  },
  {
    id: "hamstring_rupture_suspected",
    name: "Hamstring rupture suspected",
    level: "block_urgent",
    origin: "screening",
    ack_days: null,
    action: "Imaging/surgical opinion (early window)",
  },
  {
    id: "anticoagulant",
    name: "Anticoagulant",
    level: "ack_required",
    origin: "history",
    ack_days: 90,
    action: "No deep release; self-roll light, ≤ 30 s, stop on bruise",
  },
  {
    id: "bleeding_disorder",
    name: "Bleeding disorder",
    level: "ack_required",
    origin: "history",
    ack_days: 90,
    action: "No pressure techniques without specialist advice",
  },
  {
    id: "osteoporosis",
    name: "Osteoporosis",
    level: "ack_required",
    origin: "history",
    ack_days: 90,
    action: "No rolling over spine/ribs; no loaded end-range flexion; light pressure",
  },
  {
    id: "pregnancy",
    name: "Pregnancy or < 12 weeks post-partum",
    level: "ack_required",
    origin: "history",
    ack_days: 90,
    action: "No prone or supine-long positions after 1st trimester, no abdominal/psoas pressure; side-lying options",
  },
  {
    id: "recent_surgery",
    name: "Recent surgery",
    level: "ack_required",
    origin: "history",
    ack_days: 90,
    action: "Surgeon's limits first",
  },
  {
    id: "knee_acl_or_meniscus_repair",
    name: "ACL or meniscus repair",
    level: "ack_required",
    origin: "history",
    ack_days: 90,
    action: "No resisted hamstring/deep flexion outside protocol",
  },
  {
    id: "hip_arthroplasty",
    name: "Hip replacement",
    level: "ack_required",
    origin: "history",
    ack_days: 90,
    action: "Respect movement limits in Thomas/lunge stretch",
  },
  {
    id: "steroid_long_term",
    name: "Long-term corticosteroid",
    level: "ack_required",
    origin: "history",
    ack_days: 90,
    action: "As osteoporosis + fragile skin",
  },
  {
    id: "sensory_loss_local",
    name: "Local sensory loss",
    level: "ack_required",
    origin: "history",
    ack_days: 90,
    action: "No ice, no unsupervised rolling there",
  },
  {
    id: "uncontrolled_hypertension",
    name: "Uncontrolled hypertension",
    level: "ack_required",
    origin: "history",
    ack_days: 90,
    action: "No heavy isometric/eccentric, no breath holding",
  },
  {
    id: "under_18",
    name: "Under 18",
    level: "ack_required",
    origin: "derived",
    ack_days: 90,
    action: "Guardian consent; think apophyseal avulsion",
  },
  {
    id: "no_eccentric",
    name: "No heavy eccentric work",
    level: "ack_required",
    origin: "clinician",
    ack_days: 90,
    action: "Hides eccentric items; G4 path from stage 2",
  },
  {
    id: "inflammatory_back_pain_suspected",
    name: "Inflammatory back pain suspected",
    level: "ack_required",
    origin: "screening",
    ack_days: 90,
    action: "Refer rheumatology, may continue gentle work",
  },
  {
    id: "open_wound_local",
    name: "Open wound",
    level: "block_technique",
    origin: "history",
    ack_days: null,
    action: "No rolling/manual contact there. S: Delphi contraindication 73 %",
  },
  {
    id: "skin_infection_local",
    name: "Skin infection",
    level: "block_technique",
    origin: "history",
    ack_days: null,
    action: "No contact. S: local inflammation – caution 97 %",
  },
  {
    id: "myositis_ossificans",
    name: "Myositis ossificans",
    level: "block_technique",
    origin: "history",
    ack_days: null,
    action: "No pressure/forced stretch. S: caution 92 %",
  },
  {
    id: "acute_haematoma_local",
    name: "Acute haematoma",
    level: "block_technique",
    origin: "history",
    ack_days: null,
    action: "No pressure/heat/stretch on it",
  },
  {
    id: "varicose_veins",
    name: "Varicose veins",
    level: "warn",
    origin: "history",
    ack_days: null,
    action: "Avoid the vein line",
  },
  {
    id: "diabetes",
    name: "Diabetes",
    level: "warn",
    origin: "history",
    ack_days: null,
    action: "Check sensation before ice/rolling",
  },
  {
    id: "yellow_flags_high",
    name: "High psychosocial load",
    level: "warn",
    origin: "clinician",
    ack_days: null,
    action: "Add education/shared goals; posture language neutral",
  },
] as const satisfies readonly FlagEntry[];

export type FlagId = (typeof ENTRIES)[number]["id"];
export type Flag = FlagEntry & { id: FlagId };
export const FLAGS: readonly Flag[] = ENTRIES;

/** Asked at every visit: the flags whose questions look for something serious. */
export const SCREENED: readonly FlagId[] = FLAGS.filter((flag) => flag.origin === "screening").map((flag) => flag.id);

const BY_ID = Object.fromEntries(FLAGS.map((flag) => [flag.id, flag])) as Record<FlagId, Flag>;
export const isFlagId = (id: string): id is FlagId => Object.hasOwn(BY_ID, id);
export const flagById = (id: FlagId): Flag => BY_ID[id];
/** Sets the phase to hold the moment it is set (CLINICAL 3.3). */
export const isBlocking = (flag: Flag): boolean => flag.level === "block_emergency" || flag.level === "block_urgent";
