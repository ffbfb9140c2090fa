/** Reads an assessment off the screen, live or signed: its codes as one result, and the words beside them. */
import { expect, type Page } from "@playwright/test";
import type { VisitAssessment } from "@/domain/assessment";
import { gateName, statementName } from "./words";

/** What a screen shows of a result: visit and day stand in its head, adherence is counted from the log. */
export type ShownAssessment = Omit<VisitAssessment, "visit" | "day" | "adherence">;

/** Lists of codes have no order. */
export function shownIn({ visit: _, day: __, adherence: ___, ...result }: VisitAssessment): ShownAssessment {
  const key = ({ measure, side }: VisitAssessment["changes_vs_baseline"][number]) => `${measure} ${side}`;
  const { pattern, gate } = result;
  const side = (of: "L" | "R") =>
    pattern && {
      ...pattern[of],
      competing: [...pattern[of].competing].sort(),
      missing: [...pattern[of].missing].sort(),
      sign_measure_conflict: [...pattern[of].sign_measure_conflict].sort(),
    };
  const [L, R] = [side("L"), side("R")];
  return {
    ...result,
    safety: { ...result.safety, flags: [...result.safety.flags].sort() },
    pattern: L && R && { L, R },
    gate: gate && { ...gate, reasons: [...gate.reasons].sort() },
    notices: [...result.notices].sort(),
    warnings: [...result.warnings].sort(),
    changes_vs_baseline: [...result.changes_vs_baseline].sort((a, b) => key(a).localeCompare(key(b))),
  };
}

export async function expectShown(page: Page, expected: VisitAssessment): Promise<void> {
  await expect.poll(async () => shownIn(await readAssessment(page))).toEqual(shownIn(expected));
  await expectWords(page, expected);
}

/** Every code is said: by its own sentence, never by the code with blanks for underscores. */
async function expectWords(page: Page, { pattern, gate }: VisitAssessment): Promise<void> {
  const said = await page.evaluate(() =>
    ["notice", "warning", "reason"].flatMap((kind) =>
      [...document.querySelectorAll<HTMLElement>(`[data-${kind}]`)].map((each) => ({
        code: each.dataset[kind] ?? "",
        words: each.textContent.trim(),
      })),
    ),
  );
  for (const { code, words } of said) {
    expect(words, code).not.toBe("");
    expect(words, code).not.toBe(code.replaceAll("_", " "));
  }
  if (gate) await expect(page.locator("[data-gate]")).toContainText(gateName(gate.status));
  for (const side of ["L", "R"] as const) {
    if (pattern) await expect(page.getByText(statementName(pattern[side].statement)).first()).toBeVisible();
  }
}

/** One look at the page: everything belongs to the same moment. */
async function readAssessment(page: Page): Promise<VisitAssessment> {
  const read = await page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)].map((one) => one.dataset);
    const words = (text: string | undefined) => (text ? text.split(" ") : []);
    const [phase] = all("[data-phase-after]");
    const [safety] = all("[data-level]");
    const [gate] = all("[data-gate]");
    if (!phase || !safety) return null;
    const sides = all("[data-pattern]").map((of) => {
      const [A, B, C] = words(of.domains);
      const facts = {
        ...{ statement: of.statement, confidence: of.confidence ?? null, strain: of.strain, domains: { A, B, C } },
        ...{ competing: words(of.competing), missing: words(of.missing), sign_measure_conflict: words(of.conflict) },
      };
      return [of.pattern, facts];
    });
    const derived: Record<string, Record<string, number | string>> = {};
    for (const { derived: name, value, method } of all("[data-derived]")) {
      const [side = "", id = ""] = words(name);
      derived[side] = { ...derived[side], [id]: Number(value), ...(method && { hq_method: method }) };
    }
    return {
      derived,
      safety: { level: safety.level, flags: words(safety.flags) },
      pattern: sides.length === 0 ? null : Object.fromEntries(sides),
      phase_before: phase.phaseBefore,
      phase_after: phase.phaseAfter,
      overridden: phase.overridden === "true",
      regress: phase.regress ?? null,
      gate: gate
        ? { id: gate.gate, status: gate.gateStatus, reasons: all("[data-reason]").map(({ reason }) => reason) }
        : null,
      notices: all("[data-notice]").map(({ notice }) => notice),
      warnings: all("[data-warning]").map(({ warning }) => warning),
      changes_vs_baseline: all("[data-change]").map((change) => {
        const [measure, side] = words(change.change);
        const [from, to, delta, mdc] = words(change.values).map((value) => (value === "none" ? null : Number(value)));
        return { measure, side, from, to, delta, mdc, class: change.class };
      }),
    };
  });
  if (read === null) throw new Error("no assessment on this page");
  return read as unknown as VisitAssessment;
}
