/** Which questions an abnormal neurological finding opens (CLINICAL 11.2); a prompt never sets a flag. */
import type { VisitEntries } from "@/domain/visit/visit-entries";
import type { FlagId } from "@/domain/vocabulary/flags";

export type NeurologicalPrompts = { open_questions: FlagId[]; propose_flags: FlagId[] };

export function neurologicalPrompts(cells: VisitEntries["neurological"]): NeurologicalPrompts {
  const abnormal = cells.filter((cell) => cell.state === "abnormal");
  const has = (test: (key: string) => boolean) => abnormal.some((cell) => test(cell.key));
  const open_questions: FlagId[] = [];
  if (abnormal.some((cell) => cell.key.startsWith("myotome_") && cell.onset === "new")) {
    open_questions.push("progressive_motor_deficit");
  }
  if (has((key) => key === "saddle_sensation")) open_questions.push("cauda_equina_suspected");
  if (has((key) => key === "babinski" || key === "clonus")) open_questions.push("cord_compression_suspected");
  const feelsLess = has((key) => key.startsWith("dermatome_") || key === "s2_dermatome");
  return { open_questions, propose_flags: feelsLess ? ["sensory_loss_local"] : [] };
}
