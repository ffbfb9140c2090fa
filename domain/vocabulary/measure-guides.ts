/** How each measure is taken and where its figures come from (CLINICAL 2): read on demand, apart from what rules need. */
import type { MeasureId } from "@/domain/vocabulary/measures";

export type MeasureGuide = {
  reference: string;
  mdc_note: string;
  mcid_note: string;
  procedure: string;
  source: string;
};

export const MEASURE_GUIDES: Readonly<Record<MeasureId, MeasureGuide>> = {
  ham_force_n: {
    reference: "none on its own; use Nm/kg, H:Q, LSI",
    mdc_note: "App default MDC 15 % belt-fixed / isokinetic, 25 % unfixed (ENG)",
    mcid_note: "none",
    procedure:
      "Seated hip 90°, knee 90°, pad 2 cm above lateral malleolus, belt-fixed. 1 warm-up + 3 × 4–5 s max, 60 s rest, record best. Stop if pain > 5/10. Record lever arm and method",
    source:
      "S: fixed HHD vs Biodex bias −0.33 Nm, LOA ±~26 Nm, ICC 0.90–0.97 (PMC8016447). S: HHD after acute injury ICC 0.75–0.83 (Reurink 2016). S: isokinetic SRD 7–19 % (PMC7458332)",
  },
  quad_force_n: {
    reference: "none on its own",
    mdc_note:
      "App default MDC 15 % belt / 25 % unfixed. S: anchored HHD in inpatients MDC 29.5 N (24 %) intra, 36.7 N (29 %) inter",
    mcid_note: "none",
    procedure:
      "Same chair, knee 90°, belt-fixed (a tester cannot hold a strong quadriceps by hand → unfixed values are too low and make H:Q look too good)",
    source: "S: Ann Rehabil Med 44(6) (koreamed 1150822)",
  },
  lever_m: {
    reference: "–",
    mdc_note: "–",
    mcid_note: "–",
    procedure: "Tape; re-use the stored value at retest",
    source: "ENG",
  },
  ham_torque_nm: {
    reference: "derived: force × lever_m (or entered from isokinetic device)",
    mdc_note: "as force",
    mcid_note: "none",
    procedure: "Calculated",
    source: "–",
  },
  quad_torque_nm: {
    reference: "derived: force × lever_m (or entered from isokinetic device)",
    mdc_note: "as force",
    mcid_note: "none",
    procedure: "Calculated",
    source: "–",
  },
  ham_nm_kg: {
    reference:
      "LOW (app): M<65 <0.77; F<65 <0.60; M≥65 <0.55; F≥65 <0.37 (ENG, ≈0.8 × lower CI of pooled mean; not a percentile). Pooled mean CI S: men flexed knee 0.96–1.54, mid-range 1.15–1.62, extended 0.85–1.20; older men mid-range 0.69–0.89, older women 0.46–0.81",
    mdc_note: "15 %",
    mcid_note: "none",
    procedure: "torque ÷ body mass",
    source: "S: Šarabon 2021 (PMC8554160, 411 studies)",
  },
  quad_nm_kg: {
    reference:
      "S: men flexed 2.50–3.06, mid 2.92–3.45, extended 1.34–2.23; women flexed 2.04–2.71, mid 2.08–2.74, extended 1.01–1.50; older men mid 1.74–2.16, older women 1.40–1.64 (CI of pooled means)",
    mdc_note: "15 %",
    mcid_note: "none",
    procedure: "torque ÷ body mass; low value = do NOT weaken further, add quadriceps strength",
    source: "S: Šarabon 2021",
  },
  hq_ratio: {
    reference: "BY METHOD, both sexes, see table 2.1",
    mdc_note: "0.10 (ENG); S: reliability only moderate–high (Mau-Moeller)",
    mcid_note: "none",
    procedure: "ham torque ÷ quad torque, same side, same visit, same method & angle; else not computed",
    source: "S: see 2.1",
  },
  lsi_ham_pct: {
    reference:
      "< 90 soft deficit, < 80 hard deficit; goal ≥ 90 (convention MC). 10 % differences matter but manual testing cannot see them (S: PMC8016447/IJSPT)",
    mdc_note: "15 points (ENG)",
    mcid_note: "none",
    procedure: "100 × side ÷ other side; both sides same visit & method. Uninformative if both sides are weak",
    source: "MC",
  },
  mrc_knee_flexion: {
    reference: "≤ 4 = weak; ceiling effect",
    mdc_note: "1 grade (ENG)",
    mcid_note: "none",
    procedure:
      "Prone, knee 45° then 90°, pressure above ankle; 5 holds max, 4 yields, 3 gravity only. Alternative when no dynamometer",
    source: "MC (MRC scale)",
  },
  slhb_reps: {
    reference:
      "< 20 low (< 15 at age ≥ 60, ENG). S: 20 reps separated fit/unfit soldiers; S (secondary source): uninjured footballers ≈ 25",
    mdc_note: "5 reps (ENG)",
    mcid_note: "none",
    procedure:
      "Supine, heel on 60 cm box, knee ~20°, other thigh 90°; touch down, lift to 0° hip; metronome 2 s/rep; stop at 2 form failures",
    source:
      "S: Pori 2021; Freckleton 2014 (482 players, lower right score in later right injury, p = .029); matassessment blog for 25",
  },
  ake_deficit_deg: {
    reference:
      "Short (S, 18–24 y): men > 33.0, women > 23.4; mean 17.8 ± 9.1 / 13.4 ± 6.0. The old ‘> 20°’ rule is weakly founded (S: Lim 2024)",
    mdc_note: "8 same rater (S: 7–8, SEM 2.6–2.9); 12 (S: Olivencia); acute strain 15 (S: Reurink 2013, SEM 5.3)",
    mcid_note: "none",
    procedure: "Supine, hip 90° held by box, other leg flat, extend knee to first firm stop, inclinometer on tibia",
    source: "S: Yıldırım 2018; Neto 2015; Olivencia 2020; Reurink 2013",
  },
  slr_deg: {
    reference: "≈ 70–80 usual; < 60 short (MU)",
    mdc_note: "7 (S: MDD 6–7, SEM 2.2–2.6)",
    mcid_note: "none",
    procedure:
      "Supine, inclinometer on tibia, stop at firm resistance or pelvis motion; always differentiate with ankle/neck",
    source: "S: Neto 2015",
  },
  ely_angle_deg: {
    reference:
      "A: < 120 tight, 120–129 borderline, ≥ 130 free (ENG; healthy mean ≈ 130 inferred from SEM 4° and CV 3 %)",
    mdc_note: "8 (S: Olivencia, ICC 0.90 intra/0.91 inter, pelvis strapped). Peeler: SEM 4°, ICC 0.69",
    mcid_note: "none",
    procedure:
      "Prone, pelvis strapped, knee bent passively until pull, pelvis rise or firm end; inclinometer on tibia. Other leg straight. Mark quality invalid if femoral nerve signs or knee limits",
    source: "S: Olivencia 2020; Peeler & Anderson 2008",
  },
  heel_buttock_cm: {
    reference: "> 15 tight, 10.1–15 borderline, ≤ 10 free (ENG)",
    mdc_note: "3 (ENG)",
    mcid_note: "none",
    procedure: "As Ely, tape heel → buttock",
    source: "ENG / MU",
  },
  mtt_hip_deg: {
    reference: "> 0 = short one-joint flexors (S); elite athletes mean ≈ −12 (MU, Harvey 1998)",
    mdc_note: "5 (ENG); S: trig method ICC 0.90–0.95, goniometer only 0.30–0.65",
    mcid_note: "none",
    procedure:
      "Sit at edge, roll back, hold other knee so lumbar spine just flat; pelvis MUST be controlled (pelvis_stabilised = true) or value is not scored",
    source:
      "S: PMC4991856 (invalid without pelvic control: sens 32 %, spec 57 %); PMC4560013; BMC s13102-021-00242-y table 4",
  },
  mtt_knee_deg: {
    reference:
      "< 67 tight (S), 67–79 borderline, ≥ 80 free (Kendall, MC); elite athletes mean ≈ 52 (MU) shows how soft this is",
    mdc_note: "8 stabilised (ENG; S: MDD95 2.4–4.2 but n = 13); 19 unstabilised (derived from S: SEM 7°, Peeler 2008)",
    mcid_note: "none",
    procedure: "Same position; knee flexion with relaxed leg",
    source: "S: PMC4339157; PMC2547866; BMC table 4",
  },
  pelvic_tilt_deg: {
    reference:
      "≤ 8 usual, 8.1–12 borderline, > 12 increased (ENG). S: 85 % of healthy men and 75 % of women have anterior tilt; mean ≈ 6–7 (MC, Herrington). Bone shape alone changes this angle (S: Preece)",
    mdc_note: "5 (ENG between S: SEM 1.1 → 3.0 and SEM 3.6 → 10.0)",
    mcid_note: "none",
    procedure: "Caliper inclinometer on ASIS/PSIS, relaxed stance feet 15 cm apart, mean of 3",
    source: "S: Herrington 2011; PMC8486407 table; Preece",
  },
  lumbar_lordosis_deg: {
    reference: "No agreed normal range (S: PMC11594358)",
    mdc_note: "15 (S: MDC90 10–15, Laird 2016)",
    mcid_note: "none",
    procedure: "Inclinometer at T12/L1 and S1/2, difference",
    source: "S: PMC5034504",
  },
  lumbar_ext_rom_deg: {
    reference: "≈ 15–30 (MU)",
    mdc_note: "10 (S: MDC90 5–15 for most ROM)",
    mcid_note: "none",
    procedure: "Two inclinometers, full extension minus stance",
    source: "S: PMC5034504",
  },
  nprs_current: {
    reference: "0 best marks recovery (S: Kamper 2010)",
    mdc_note: "2 (S: SEM 1.02)",
    mcid_note: "2 (S: Childs 2005; Ostelo 2008 also 30 %)",
    procedure: "Ask verbatim, section 8",
    source: "S: PMID 15928561; Ostelo; PMC2989296",
  },
  nprs_best: {
    reference: "0 best marks recovery (S: Kamper 2010)",
    mdc_note: "2 (S: SEM 1.02)",
    mcid_note: "2 (S: Childs 2005; Ostelo 2008 also 30 %)",
    procedure: "Ask verbatim, section 8",
    source: "S: PMID 15928561; Ostelo; PMC2989296",
  },
  nprs_worst: {
    reference: "0 best marks recovery (S: Kamper 2010)",
    mdc_note: "2 (S: SEM 1.02)",
    mcid_note: "2 (S: Childs 2005; Ostelo 2008 also 30 %)",
    procedure: "Ask verbatim, section 8",
    source: "S: PMID 15928561; Ostelo; PMC2989296",
  },
  nprs_thigh_current: {
    reference: "0 best marks recovery (S: Kamper 2010)",
    mdc_note: "2 (S: SEM 1.02)",
    mcid_note: "2 (S: Childs 2005; Ostelo 2008 also 30 %)",
    procedure: "As nprs_current, asked for that thigh when hamstring pain or a strain is recorded there",
    source: "S: PMID 15928561; Ostelo; PMC2989296",
  },
  nprs_thigh_best: {
    reference: "0 best marks recovery (S: Kamper 2010)",
    mdc_note: "2 (S: SEM 1.02)",
    mcid_note: "2 (S: Childs 2005; Ostelo 2008 also 30 %)",
    procedure: "As nprs_best, asked for that thigh when hamstring pain or a strain is recorded there",
    source: "S: PMID 15928561; Ostelo; PMC2989296",
  },
  nprs_thigh_worst: {
    reference: "0 best marks recovery (S: Kamper 2010)",
    mdc_note: "2 (S: SEM 1.02)",
    mcid_note: "2 (S: Childs 2005; Ostelo 2008 also 30 %)",
    procedure: "As nprs_worst, asked for that thigh when hamstring pain or a strain is recorded there",
    source: "S: PMID 15928561; Ostelo; PMC2989296",
  },
  nprs_exercise: {
    reference: "≤ 3 to progress; 4–5 hold; > 5 stop (traffic light, section 6)",
    mdc_note: "2",
    mcid_note: "–",
    procedure: "Diary or recall",
    source: "MC (pain-monitoring model)",
  },
  psfs_avg: {
    reference: "goal ≥ 8 (ENG)",
    mdc_note: "2 mean, 3 single item (S, 90 %)",
    mcid_note: "2 (MU; medium change ≈ 2.3 MU)",
    procedure: "Up to 3 (–5) own activities; section 8",
    source: "S: PSFS form text",
  },
  rmdq_score: {
    reference: "≤ 2 = recovered (S)",
    mdc_note: "5 (MU; published 2–9, larger at high scores)",
    mcid_note: "5 or 30 % (S: Ostelo 2008)",
    procedure: "Section 8",
    source: "S: Ostelo; PMC2989296",
  },
  odi_pct: {
    reference: "–",
    mdc_note: "10 (S for modified form: MDC90 10 points)",
    mcid_note: "10 or 30 % (S: Ostelo)",
    procedure: "Enter total only; item text not shipped",
    source: "S",
  },
  lefs_score: {
    reference: "–",
    mdc_note: "9 (S)",
    mcid_note: "9 (S)",
    procedure: "Enter total only",
    source: "S: Binkley 1999",
  },
  groc: {
    reference: "≥ +3 improved, ≥ +5 clearly (MC); S: biased to present state",
    mdc_note: "–",
    mcid_note: "3 (MC); S: 2.5 on an 11-point scale",
    procedure: "Section 8; never alone",
    source: "S: Kamper 2009; PMC7025089; Schmitt 94(4):534",
  },
  cst30_reps: {
    reference: "age norms not shipped",
    mdc_note: "3 (S: MDC ≈ 2.5, knee OA; LBP ICC 0.94)",
    mcid_note: "none",
    procedure: "44 cm chair, arms crossed; 1 practice trial",
    source: "S: Gill 2022; MRR 39(2)",
  },
};
