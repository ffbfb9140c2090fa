/** A phase decision in words: what moved, what the gate said, who decided and why. */
import { measureTitle } from "@/components/chart/chart-words";
import words from "@/messages/en/report.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import { reasonWords, regressWords } from "@/messages/reason-words";
import type { ReportDecision } from "@/report/snapshot";

export const decisionMove = ({ kind, from, to }: Pick<ReportDecision, "kind" | "from" | "to">): string =>
  fill(words.moves[kind], { from: status.phase[from], to: status.phase[to] });

export function decisionDetails({ gate, regress, by, reason, second }: ReportDecision): string[] {
  const lines: string[] = [];
  if (gate !== null) {
    const text = fill(words.gate, { gate: gate.id, status: status.gate[gate.status].toLowerCase() });
    const reasons = gate.reasons.map((code) => reasonWords(code, measureTitle)).join("; ");
    lines.push(`${reasons === "" ? text : fill(words.gate_reasons, { gate: text, reasons })}.`);
  }
  if (regress !== null) lines.push(`${fill(words.regress, { rule: regressWords(regress) })}.`);
  if (by !== null) {
    const decided = fill(words.decided_by, { by });
    lines.push(`${second === null ? decided : `${decided}, ${fill(words.second, { second })}`}.`);
  }
  if (reason !== null) lines.push(`${fill(words.reason, { reason })}.`);
  return lines;
}
