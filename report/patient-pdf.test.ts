import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { FLAGS } from "@/domain/vocabulary/flags";
import { BANNED_PHRASES } from "@/domain/vocabulary/wording";
import { buildSnapshot } from "@/report/build-snapshot";
import { patientEdition } from "@/report/patient-edition";
import { renderPatientPdf } from "@/report/patient-pdf";
import { renderReportPdf } from "@/report/pdf";
import { sampleReport, WORKED_CASES } from "@/report/sample-report";
import type { ReportSnapshot } from "@/report/snapshot";

async function textOf(pdf: Promise<Uint8Array>): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(await pdf), { mergePages: true });
  return text.replace(/\s+/g, " ");
}

const named = (text: string): string[] =>
  FLAGS.flatMap(({ id, name }) => [id, name]).filter((one) => text.toLowerCase().includes(one.toLowerCase()));

describe.each(WORKED_CASES.map(({ case_id, title }) => ({ case_id, title })))("$case_id $title", ({ case_id }) => {
  const snapshot = buildSnapshot(sampleReport(case_id));

  it("tells the patient the headline and names no flag", async () => {
    expect(named(JSON.stringify(patientEdition(snapshot)))).toEqual([]);
    const text = await textOf(renderPatientPdf(snapshot, "A4"));
    expect(text).toContain(snapshot.headline.sentence.replace(/\s+/g, " "));
    expect(text).toContain("This is your own copy.");
    expect(named(text)).toEqual([]);
    for (const { text: statement } of snapshot.statements) expect(text).not.toContain(statement);
    for (const { pattern } of BANNED_PHRASES) expect(text).not.toMatch(new RegExp(pattern, "i"));
  });
});

describe("what only the clinic reads", () => {
  const flag = "Cauda equina";
  const base = buildSnapshot(sampleReport("C01"));
  const [change] = base.decisions;
  const secret: ReportSnapshot = {
    ...base,
    screening: [`1 Oct 2026: ${flag} answered yes`],
    statements: [{ sides: "both", statement: "insufficient_data", text: `${flag} seen`, confidence: null }],
    decisions: [
      { ...change!, kind: "moved", gate: null, regress: flag, reason: flag, by: flag, second: flag },
      { ...change!, kind: "override_rejected", gate: null, regress: null, reason: flag, by: null, second: null },
    ],
    additions: [{ on: base.period.to, visit: 1, kind: "amend", by: flag, at: base.made_at, reason: flag, changes: [] }],
    episode: { ...base.episode, complaint: flag },
    next: { ...base.next, note: flag },
  };

  it("is on the clinic's paper and nowhere in the patient's", async () => {
    expect(await textOf(renderReportPdf(secret, { size: "A4" }))).toContain(flag);
    expect(JSON.stringify(patientEdition(secret))).not.toContain(flag);
    expect(patientEdition(secret).moves).toHaveLength(1);
    expect(await textOf(renderPatientPdf(secret, "A4"))).not.toContain(flag);
  });
});
