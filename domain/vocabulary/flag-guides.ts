/** What a flag looks for, word for word what is asked, and whom to refer to (CLINICAL 3): read on demand, apart from what judging needs. */
import type { FlagId } from "@/domain/vocabulary/flags";

export type FlagGuide = {
  criteria: string;
  /** Asked of the patient in these words; none where the clinician alone can tell. */
  questions: readonly string[];
  /** How soon somebody else must see the patient; null where nobody need. */
  referral: string | null;
};

export const FLAG_GUIDES: Readonly<Record<FlagId, FlagGuide>> = {
  cauda_equina_suspected: {
    criteria: "New bladder/bowel/sexual dysfunction, saddle sensory change, bilateral leg pain or neurological deficit",
    questions: [
      "Any new numbness between the legs, around the genitals or back passage?",
      "Any new trouble passing or holding urine or stool, or change in sexual feeling?",
      "Pain, numbness or weakness in both legs, new or getting worse?",
    ],
    referral: "emergency",
  },
  cord_compression_suspected: {
    criteria: "Gait disturbance, band-like pain, upper motor signs",
    questions: ["Unsteady walking, clumsy legs or hands, or a tight band feeling around the trunk, new or worsening?"],
    referral: "emergency",
  },
  progressive_motor_deficit: {
    criteria:
      "NEW or worsening weakness (MRC ≤ 3, or a grade lost over days). Old, stable weakness is recorded in the neurological grid, not here",
    questions: ["Is a leg or foot weaker than last week, or does the foot drop?"],
    referral: "emergency",
  },
  aaa_suspected: {
    criteria: "Age > 60, pulsatile abdomen, non-mechanical pain, collapse",
    questions: ["Pulsing in the belly, or sudden deep back or belly pain not linked to movement, faintness?"],
    referral: "emergency",
  },
  limb_ischaemia_suspected: {
    criteria: "Cold, pale or pulseless limb, ischaemic rest pain",
    questions: ["A leg that is cold, pale or blue, or hurts at rest and eases when it hangs down?"],
    referral: "emergency",
  },
  fracture_suspected: {
    criteria:
      "Major trauma; minor trauma with osteoporosis/steroids/age > 70; midline bony pain; suspected pars stress fracture",
    questions: [
      "A fall, accident or heavy jolt? Or a small one with thin bones, steroids or age over 70?",
      "Sharp pain on one bony spot in the middle of the back?",
      "Under 25, sport with much arching, one-sided pain on arching?",
    ],
    referral: "same_day_or_urgent",
  },
  malignancy_suspected: {
    criteria: "History of cancer, unexplained weight loss, constant progressive night pain, > 50 first onset",
    questions: [
      "Ever had cancer?",
      "Losing weight without trying?",
      "Constant pain at night that gets worse and does not ease with position?",
    ],
    referral: "same_day_or_urgent",
  },
  spinal_infection_suspected: {
    criteria: "Fever, rigors, immunosuppression, IV drug use, recent infection/procedure",
    questions: [
      "Fever, shivering or feeling ill with the back pain?",
      "Weak immune system, injected drugs, recent infection or procedure?",
    ],
    referral: "same_day_or_urgent",
  },
  dvt_suspected: {
    criteria: "Unilateral calf/thigh swelling, warmth, recent immobility/surgery",
    questions: ["One calf or thigh swollen, warm or tender; long journey, bed rest or surgery lately?"],
    referral: "same_day_or_urgent",
  },
  hamstring_rupture_suspected: {
    criteria: "Palpable gap, extensive bruising with MRC ≤ 3, ‘pop’ at ischium, cannot sit/walk",
    questions: ["A pop at the sitting bone, a gap, wide bruising, cannot sit or walk?"],
    referral: "same_day_or_urgent",
  },
  anticoagulant: {
    criteria: "Anticoagulant or antiplatelet combination",
    questions: ["Blood thinners?"],
    referral: null,
  },
  bleeding_disorder: { criteria: "Haemophilia etc.", questions: ["A bleeding disorder?"], referral: null },
  osteoporosis: {
    criteria: "Known/likely osteoporosis",
    questions: ["Thin bones or a low-impact fracture?"],
    referral: null,
  },
  pregnancy: {
    criteria: "Pregnancy / < 12 weeks post-partum",
    questions: ["Pregnant, or a birth in the last 12 weeks?"],
    referral: null,
  },
  recent_surgery: {
    criteria: "Surgery < 12 weeks in region",
    questions: ["Surgery in this region in the last 12 weeks?"],
    referral: null,
  },
  knee_acl_or_meniscus_repair: {
    criteria: "Recent ACL (hamstring graft)/meniscus repair",
    questions: ["ACL or meniscus repair still in its protocol?"],
    referral: null,
  },
  hip_arthroplasty: { criteria: "Hip replacement", questions: ["Hip replacement?"], referral: null },
  steroid_long_term: {
    criteria: "Long-term corticosteroid",
    questions: ["Cortisone tablets for more than 3 months?"],
    referral: null,
  },
  sensory_loss_local: {
    criteria: "Reduced sensation in treated area",
    questions: ["Areas with less feeling?"],
    referral: null,
  },
  uncontrolled_hypertension: {
    criteria: "≥ 180/110 or unstable cardiac disease",
    questions: ["Blood pressure 180/110 or more, or unstable heart disease?"],
    referral: null,
  },
  under_18: { criteria: "Minor", questions: [], referral: null },
  no_eccentric: { criteria: "Clinician-set: no heavy eccentric work", questions: [], referral: null },
  inflammatory_back_pain_suspected: {
    criteria: "< 45 y at onset, > 30 min morning stiffness, better with movement, night waking",
    questions: [
      "Back pain that began before 45, stiff over 30 min in the morning, better with movement, waking in the second half of the night?",
    ],
    referral: null,
  },
  open_wound_local: { criteria: "Open wound in area", questions: ["Open skin in the area?"], referral: null },
  skin_infection_local: {
    criteria: "Skin infection/inflammation in area",
    questions: ["Skin infection or inflammation in the area?"],
    referral: null,
  },
  myositis_ossificans: {
    criteria: "Known/suspected (hard lump after contusion)",
    questions: ["A hard lump after a bruise?"],
    referral: null,
  },
  acute_haematoma_local: {
    criteria: "Muscle bleed < 72 h",
    questions: ["A muscle bleed in the last 72 hours?"],
    referral: null,
  },
  varicose_veins: { criteria: "Marked varicose veins", questions: ["Marked varicose veins?"], referral: null },
  diabetes: { criteria: "Diabetes", questions: ["Diabetes?"], referral: null },
  yellow_flags_high: { criteria: "High fear, low mood, work conflict", questions: [], referral: null },
};
