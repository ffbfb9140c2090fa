import { describe, expect, test } from "vitest";
import {
  asksForSnoozeReason,
  type CaseloadRow,
  compareRows,
  NO_NEED,
  needKey,
  needOf,
  snoozeLimit,
  snoozeOf,
} from "@/domain/caseload/caseload";
import type { PatientFacts } from "@/domain/caseload/facts";
import { at, ids, need, QUIET } from "./testing/quiet-patient";

describe("order and snooze", () => {
  test("hold and red stop first, then by priority, then the older trigger", () => {
    const reasons = ids({
      phase: "hold",
      phase_since: "2026-10-12",
      red_stop: { ...at("2026-10-11"), what: "pain" },
      consent_missing_since: "2026-09-01",
      unread_note: at("2026-10-13"),
      oldest_draft_on: "2026-10-12",
      waiting_for_cosign_since: "2026-10-10",
    });
    expect(reasons).toEqual(["red_stop", "hold_open", "patient_wrote", "cosign", "unsigned", "consent_missing"]);
  });

  test("a snooze ends when something more urgent appears or the same trigger fires anew", () => {
    const facts = { next_review: "2026-10-14" };
    const [reason] = need(facts).reasons;
    if (!reason) throw new Error("no reason");
    const snoozes = [snoozeOf(reason, "2026-10-20", need(facts))];
    expect(need({ ...facts, snoozes }).snoozed).toMatchObject([{ id: "review_overdue", until: "2026-10-20" }]);
    const wrote = { unread_note: at("2026-10-15") };
    expect(ids({ ...facts, snoozes, ...wrote })).toEqual(["patient_wrote", "review_overdue"]);
    expect(ids({ next_review: "2026-10-13", snoozes })).toEqual(["review_overdue"]);
    // What stood above when it was snoozed doesn't wake it.
    const both = { ...facts, ...wrote };
    const later = need(both).reasons.find((one) => one.id === "review_overdue");
    if (!later) throw new Error("no reason");
    expect(ids({ ...both, snoozes: [snoozeOf(later, "2026-10-20", need(both))] })).toEqual(["patient_wrote"]);
  });

  test.each([
    ["2026-10-15", "2026-10-16"],
    ["2026-10-16", "2026-10-19"],
    ["2026-10-17", "2026-10-19"],
    ["2026-10-18", "2026-10-19"],
  ])("a note snoozed on %s comes back on the next working day, %s", (today, until) => {
    const [reason] = needOf({ ...QUIET, today, unread_note: at("2026-10-13") }).reasons;
    if (!reason) throw new Error("no reason");
    expect(snoozeLimit(reason, { today, next_review: "open" })).toBe(until);
  });

  test("the list asks for a reason where the table does", () => {
    expect(asksForSnoozeReason("plateau")).toBe(true);
    expect(asksForSnoozeReason("unsigned")).toBe(false);
  });

  test("rows: priority, oldest trigger, table order, name, id; the quiet ones last", () => {
    const row = (facts: Partial<PatientFacts>, name: string, id: string): CaseloadRow => ({
      ...needKey(need(facts)),
      name,
      id,
    });
    const hold = { phase: "hold", phase_since: "2026-10-12" } as const;
    const rows = [
      row({}, "Abel", "1"),
      row({ unread_note: at("2026-10-14") }, "Bea", "2"),
      row({ unread_note: at("2026-10-13") }, "Cem", "3"),
      row(hold, "Dora", "5"),
      row(hold, "Dora", "4"),
    ];
    expect(rows.toSorted(compareRows).map((one) => one.id)).toEqual(["4", "5", "3", "2", "1"]);
    expect(needKey(need({}))).toEqual(NO_NEED);
  });
});
