import { createHash } from "node:crypto";
import http from "node:http";
import https from "node:https";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { verdictWords } from "@/components/chart/chart-words";
import { addDays } from "@/domain/calendar-day";
import { BANNED_PHRASES } from "@/domain/vocabulary/wording";
import { buildSnapshot } from "@/report/build-snapshot";
import { changeCells, commonDates } from "@/report/change-cells";
import { renderReportPdf } from "@/report/pdf";
import { DAY_ZERO, sampleReport, WORKED_CASES } from "@/report/sample-report";
import { type ReportSnapshot, reportSnapshot } from "@/report/snapshot";

const A4 = { size: "A4" } as const;

/** A line break in the page is no difference in the text. */
const flat = (text: string): string => text.replace(/\s+/g, " ");

async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true });
  return flat(text);
}

const print = async (snapshot: ReportSnapshot): Promise<string> => textOf(await renderReportPdf(snapshot, A4));

describe.each(WORKED_CASES.map(({ case_id, title }) => ({ case_id, title })))("$case_id $title", ({ case_id }) => {
  const snapshot = buildSnapshot(sampleReport(case_id));

  let text = "";
  beforeAll(async () => {
    text = await print(snapshot);
  });

  it("prints each value, change and class of its change table", () => {
    const lines = changeCells(snapshot.changes, commonDates(snapshot.changes));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const verdict = verdictWords(line.verdict);
      const printed = [line.measure, line.side, line.first, line.latest, line.change, line.mdc, verdict, line.source];
      expect(text).toContain(flat(printed.filter((part) => part !== "").join(" ")));
    }
    expect(text).not.toContain("\uFFFD");
    for (const { pattern, audience } of BANNED_PHRASES)
      if (audience === "clinician") expect(text).not.toMatch(new RegExp(pattern, "i"));
  });

  it("names each phase decision and each source", () => {
    for (const { reason, by } of snapshot.decisions) {
      if (reason !== null) expect(text).toContain(flat(reason));
      if (by !== null) expect(text).toContain(`Decided by ${by}`);
    }
    for (const { citation } of snapshot.sources.flatMap(({ thresholds }) => thresholds))
      expect(text).toContain(flat(citation));
  });
});

describe("the progress report of C01", () => {
  const snapshot = buildSnapshot(sampleReport("C01"));

  it("states the changes as the worked case expects them", async () => {
    const text = await print(snapshot);
    expect(text).toContain("Pain, worst in 24 h 6 4 −2 2 Improved (important)");
    expect(text).toContain("Roland-Morris 11 6 −5 5 Improved (important)");
    expect(text).toContain("PSFS, mean of activities 4.3 6.5 +2.2 2 Improved (important)");
    expect(text).toContain("L ● 108° 123° +15° 8° Improved (detectable)");
    expect(text).toContain("R ▲ 61° 68° (30 Sep) +7° 8° No detectable change");
    expect(text).toContain("Standing pelvic tilt 16° 13° −3° 5° Described only");
    expect(text).toContain("22 of 25 planned days reported");
    expect(text).toContain("88 %, good");
    expect(text).toContain("Counterpoise default");
    expect(text).toContain("Rule set 1.1, adopted by Marit Oduya on 1 Sep 2026.");
  });

  it("has title, language, bookmarks and page numbers, on A4 and on Letter", async () => {
    const sizes = { A4: [595, 842], LETTER: [612, 792] } as const;
    for (const [size, [width, height]] of Object.entries(sizes)) {
      const bytes = await renderReportPdf(snapshot, { size: size as keyof typeof sizes });
      const document = await getDocumentProxy(new Uint8Array(bytes));
      const view = (await document.getPage(1)).view.map(Math.round);
      expect(view.slice(2)).toEqual([width, height]);
      const { info } = await getMeta(document);
      expect(info.Title).toBe("Progress report, Amara Reyes-Lind, 2 Sep 2026 to 7 Oct 2026");
      expect(info.Language).toBe("en");
      const outline = (await document.getOutline()) as { title: string }[];
      expect(outline.map(({ title }) => title)).toEqual([
        "Summary",
        "Change since 2 Sep 2026",
        "Charts",
        "Home programme, Release",
        "Sessions and next steps",
        "Phase decisions",
        "Sources of thresholds",
        "Signature",
      ]);
      const { text } = await extractText(document, { mergePages: false });
      text.forEach((page, i) => {
        expect(flat(page)).toContain(`page ${i + 1} of ${text.length}`);
      });
    }
  });

  it("prints the whole hash beside the signature, in the clinic's time", async () => {
    const hash = createHash("sha256").update(JSON.stringify(snapshot)).digest("hex");
    const text = await textOf(await renderReportPdf(snapshot, { ...A4, hash }));
    expect(text.replaceAll(" ", "")).toContain(hash);
    expect(text).toContain("Marit Oduya, Physiotherapist, PT-20871. Signed 7 Oct 2026, 14:52 (Europe/Berlin).");
  });

  it("prints what was added after signing: old and new, why, by whom and when; reports without any say nothing of it", async () => {
    const input = sampleReport("C01");
    const day = input.visits[1]?.visit.day ?? 0;
    const on = addDays(DAY_ZERO, day);
    const snapshot = buildSnapshot({
      ...input,
      additions: [
        {
          ...{
            on,
            visit: 2,
            kind: "amend",
            by: "Marit Oduya",
            at: `${on}T12:52:00Z`,
            reason: "Read off the wrong leg",
          },
          changes: [{ field: "Prone knee bend, left", was: "108", now: "110" }],
        },
        { on, visit: 2, kind: "co_sign", by: "Aled Whitby", at: `${on}T14:00:00Z`, reason: null, changes: [] },
        {
          on: "2020-01-01",
          visit: 1,
          kind: "co_sign",
          by: "Out Ofperiod",
          at: `${on}T14:00:00Z`,
          reason: null,
          changes: [],
        },
      ],
    });
    const text = await print(snapshot);
    expect(text).toContain("Added after signing");
    expect(text).toMatch(/Visit 2, .*: amended .* 14:52 by Marit Oduya\. Reason: Read off the wrong leg/);
    expect(text).toContain("Prone knee bend, left Was: 108 Now: 110");
    expect(text).toMatch(/co-signed .* 16:00 by Aled Whitby/);
    expect(text).not.toContain("Ofperiod");
    expect(await print(buildSnapshot(input))).not.toContain("Added after signing");
    // A report stored before additions were known of reads as one without.
    const { additions: _none, ...stored } = snapshot;
    expect(reportSnapshot.parse(stored).additions).toEqual([]);
  });

  it("says so when nobody adopted the rule set or signed", async () => {
    const text = await print(buildSnapshot({ ...sampleReport("C01"), adopted: null, signature: null }));
    expect(text).toContain("Rule set 1.1 has not been adopted by this clinic");
    // Before anything that is judged by it.
    const notice = text.indexOf("This clinic has not adopted rule set 1.1 yet");
    expect(notice).toBeGreaterThan(0);
    expect(notice).toBeLessThan(text.indexOf("Summary"));
    expect(await print(buildSnapshot(sampleReport("C01")))).not.toContain("has not adopted");
    expect(text).toContain("Not signed.");
  });

  it("shows a first score of 0 as 0 and leaves out what was never measured", async () => {
    const input = sampleReport("C01");
    const visits = input.visits.map((one) => ({
      ...one,
      visit: {
        ...one.visit,
        measures: one.visit.measures.flatMap((measure) =>
          measure.id === "rmdq_score" ? [] : measure.id === "nprs_current" ? [{ ...measure, value: 0 }] : [measure],
        ),
      },
    }));
    const text = await print(buildSnapshot({ ...input, visits }));
    expect(text).toContain("Pain now 0 0");
    expect(text).not.toContain("Roland-Morris");
  });
});

describe("what the fonts can print", () => {
  const named = (name: string): ReportSnapshot => {
    const input = sampleReport("C05");
    return buildSnapshot({ ...input, patient: { ...input.patient, name } });
  };

  it("covers Polish, Greek, Cyrillic and the report's own symbols", async () => {
    const text = await print(named("Łukasz Ωμέγα Жанна Şükrü"));
    expect(text).toContain("Łukasz Ωμέγα Жанна Şükrü");
    expect(text).not.toContain("\uFFFD");
    expect(text).not.toContain("can't print");
  });

  it("prints a decomposed accent as its letter", async () => {
    expect(await print(named("Zoe\u0308 Ku\u0301n"))).toContain("Zoë Kún");
  });

  it("shows what it can't draw and names the field", async () => {
    const text = await print(named("Ana 🦵🏽 王"));
    expect(text).toContain("Ana \uFFFD \uFFFD");
    expect(text).toContain("� stands for them in: patient's name.");
  });
});

describe("printing", () => {
  const refuse = () => {
    throw new Error("a report fetches nothing");
  };

  beforeEach(() => {
    vi.spyOn(globalThis, "fetch").mockImplementation(refuse);
    vi.spyOn(http, "request").mockImplementation(refuse);
    vi.spyOn(https, "request").mockImplementation(refuse);
  });
  afterEach(() => vi.restoreAllMocks());

  it("fetches no address, not even one that a name contains", async () => {
    const input = sampleReport("C05");
    const snapshot = buildSnapshot({
      ...input,
      patient: { ...input.patient, referred_by: "https://example.org/x.png" },
    });
    expect(await print(snapshot)).toContain("https://example.org/x.png");
    expect(globalThis.fetch).not.toHaveBeenCalled();
  });

  it("reads only the snapshot: after a round trip through the database it prints the same", async () => {
    const snapshot = buildSnapshot(sampleReport("C12"));
    const stored = JSON.parse(JSON.stringify(snapshot)) as ReportSnapshot;
    expect(stored).toEqual(snapshot);
    const first = await print(snapshot);
    const start = performance.now();
    const pdf = await renderReportPdf(stored, A4);
    process.stdout.write(`progress report of C12: ${Math.round(performance.now() - start)} ms (budget 500)\n`);
    expect(await textOf(pdf)).toBe(first);
    expect(snapshot.episode.day_zero).toBe(DAY_ZERO);
  });
});
