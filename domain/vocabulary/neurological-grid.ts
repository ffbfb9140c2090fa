/** The neurological grid (CLINICAL 11.2); a prompt opens a question, it never sets a flag. */
export const NEUROLOGICAL_GRID = {
  states: ["normal", "abnormal", "not_done"],
  note: "Sides L and R. For each abnormal entry: reduced / absent / increased, and new / old / unknown. Weak knee flexion with an S1 or L5 finding is a nerve question first, not 'weak hamstrings'.",
  levels: [
    { id: "L2", dermatome: "Front of the mid-thigh", myotome: "Hip flexion", reflex: null },
    { id: "L3", dermatome: "Inner knee", myotome: "Knee extension", reflex: "Knee (L3/L4)" },
    { id: "L4", dermatome: "Inner ankle", myotome: "Ankle dorsiflexion", reflex: "Knee (L3/L4)" },
    {
      id: "L5",
      dermatome: "Top of the foot, first web space",
      myotome: "Big-toe extension",
      reflex: "Inner hamstring (L5, soft)",
    },
    {
      id: "S1",
      dermatome: "Outer edge of the foot",
      myotome: "Ankle plantarflexion (10 single heel rises), knee flexion",
      reflex: "Ankle (S1)",
    },
  ],
  extra: [
    { id: "s2_dermatome", label: "S2: back of the knee" },
    { id: "saddle_sensation", label: "S3–S5: saddle feeling, asked; tested with consent and chaperone" },
    { id: "babinski", label: "Plantar response" },
    { id: "clonus", label: "Ankle clonus" },
    { id: "tandem_gait", label: "Heel-to-toe gait" },
  ],
  prompts: [
    { when: "any myotome abnormal and new or worsening", do: "open question progressive_motor_deficit" },
    { when: "saddle_sensation abnormal", do: "open question cauda_equina_suspected" },
    { when: "babinski or clonus abnormal", do: "open question cord_compression_suspected" },
    { when: "any dermatome of the treated area abnormal", do: "propose flag sensory_loss_local" },
  ],
} as const;

type Level = (typeof NEUROLOGICAL_GRID.levels)[number]["id"];
export type NeurologicalKey =
  | `${"dermatome" | "myotome"}_${Level}`
  | `reflex_${Exclude<Level, "L2">}`
  | (typeof NEUROLOGICAL_GRID.extra)[number]["id"];

/** Every cell of the grid with its label and sides, in the order it is examined. */
export const NEUROLOGICAL_CELLS: readonly {
  key: NeurologicalKey;
  label: string;
  sides: readonly ("L" | "R" | "M")[];
}[] = [
  ...NEUROLOGICAL_GRID.levels.flatMap((level) => [
    { key: `dermatome_${level.id}` as const, label: level.dermatome, sides: ["L", "R"] as const },
    { key: `myotome_${level.id}` as const, label: level.myotome, sides: ["L", "R"] as const },
    ...(level.id === "L2"
      ? []
      : [{ key: `reflex_${level.id}` as const, label: level.reflex, sides: ["L", "R"] as const }]),
  ]),
  ...NEUROLOGICAL_GRID.extra.map((cell) => ({
    key: cell.id,
    label: cell.label,
    sides: cell.id === "tandem_gait" ? (["M"] as const) : (["L", "R"] as const),
  })),
];
