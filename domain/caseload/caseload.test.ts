import { describe, expect, test } from "vitest";
import { addDays } from "@/domain/calendar-day";
import { needOf, snoozeLimit, snoozeOf } from "@/domain/caseload/caseload";
import type { PatientFacts } from "@/domain/caseload/facts";
import { CASELOAD_REASONS, type CaseloadReasonId } from "@/domain/vocabulary/caseload-reasons";
import { at, ids, logged, moved, need, phone, plan, QUIET, signed, TODAY, versions } from "./testing/quiet-patient";

test("a patient in good order needs nobody, and the next review is when that may change", () => {
  expect(need({})).toEqual({ reasons: [], snoozed: [], next_change_at: "2026-10-20" });
});

test("a closed episode needs nobody", () => expect(ids({ episode_open: false, phase: "hold" })).toEqual([]));

/** Reason, what triggers it, since when, and each thing that clears it. */
const TABLE: [CaseloadReasonId, Partial<PatientFacts>, string, Partial<PatientFacts>[]][] = [
  ["hold_open", { phase: "hold", phase_since: "2026-10-11" }, "2026-10-11", [{ phase: "release" }]],
  [
    "red_stop",
    { red_stop: { ...at("2026-10-10"), what: "tingling" } },
    "2026-10-10",
    [{ last_contact: at("2026-10-10", "11") }, { last_signed: signed({}, "2026-10-12") }],
  ],
  [
    "recheck_overdue",
    { rechecks: [{ flag: "malignancy_suspected", due: "2026-10-14" }] },
    "2026-10-14",
    [{ rechecks: [] }, { rechecks: [{ flag: "malignancy_suspected", due: TODAY }] }],
  ],
  [
    "plan_mismatch",
    { phase_change: moved("back") },
    "2026-10-12",
    [{ plan: plan({ version_at: "2026-10-12T09:00:00.001Z" }) }, { phase: "hold", phase_since: TODAY }],
  ],
  [
    "flare",
    { last_signed: signed({ flare: { since: "2026-10-05", rise: 3 } }) },
    "2026-10-05",
    [{ last_signed: signed() }],
  ],
  [
    "patient_wrote",
    { unread_note: at("2026-10-13") },
    "2026-10-13",
    [{ unread_note: null }, { last_contact: at("2026-10-14") }],
  ],
  [
    "second_pass",
    { last_signed: signed({ gate: "provisional", notices: ["second_pass_due:37-62"] }) },
    "2026-10-05",
    [
      { last_signed: signed({ gate: "open" }) },
      { last_signed: signed({ gate: "closed", notices: ["first_pass_expired"] }) },
      { last_signed: signed({ gate: "provisional", notices: ["second_pass_due:18-43"] }) },
    ],
  ],
  [
    "ready_to_advance",
    { phase_change: moved("forward") },
    "2026-10-12",
    [{ plan: plan({ version_at: "2026-10-13T09:00:00.000Z" }) }],
  ],
  [
    "plateau",
    { last_signed: signed({ warnings: ["plateau_review"] }) },
    "2026-10-05",
    [{ plateau_decided_on: "2026-10-05" }, { last_signed: signed() }],
  ],
  [
    "protect_review",
    { phase: "protect", last_signed: signed({ notices: ["protect_review"] }) },
    "2026-10-05",
    [{ last_signed: signed() }],
  ],
  [
    "unsigned",
    { oldest_draft_on: "2026-10-14" },
    "2026-10-14",
    [{ oldest_draft_on: null }, { oldest_draft_on: TODAY }],
  ],
  ["cosign", { waiting_for_cosign_since: "2026-10-05" }, "2026-10-05", [{ waiting_for_cosign_since: null }]],
  [
    "ack_due",
    { acks: [{ id: "anticoagulant", last_on: null }] },
    "2026-10-05",
    [{ acks: [{ id: "anticoagulant", last_on: TODAY }] }, { phase: "hold", phase_since: TODAY }],
  ],
  ["data_old", { last_signed: signed({ values_too_old: true }) }, "2026-10-05", [{ last_signed: signed() }]],
  [
    "review_overdue",
    { next_review: "2026-10-14" },
    "2026-10-14",
    [{ next_review: TODAY }, { next_review: "open" }, { last_contact: at("2026-10-14") }],
  ],
  [
    "not_attending",
    { missed_in_a_row: [at("2026-10-08"), at("2026-10-12")] },
    "2026-10-12",
    [{ missed_in_a_row: [at("2026-10-12")] }, { last_contact: at("2026-10-13") }],
  ],
  [
    "no_log",
    phone(7),
    "2026-10-09",
    [
      { mode: "none" },
      { mode: "paper" },
      phone(7, ["2026-10-14"]),
      { phase: "hold", phase_since: TODAY },
      { plan: plan({ running: false }) },
    ],
  ],
  [
    "questionnaire_waiting",
    { questionnaires: [{ sent_on: "2026-10-01", returned_on: "2026-10-03", read: false }] },
    "2026-10-03",
    [{ questionnaires: [{ sent_on: "2026-10-01", returned_on: "2026-10-03", read: true }] }],
  ],
  ["consent_missing", { consent_missing_since: "2026-10-05" }, "2026-10-05", [{ consent_missing_since: null }]],
  [
    "membership_expiring",
    { responsible: { name: "Ana Ruiz", ends_on: "2026-10-29" } },
    "2026-10-15",
    [{ responsible: { name: "Ana Ruiz", ends_on: "2026-10-30" } }],
  ],
];

describe("each reason", () => {
  test("all twenty are here", () => {
    expect(TABLE.map(([id]) => id)).toEqual(CASELOAD_REASONS.map((reason) => reason.id));
  });

  test.each(TABLE)("%s stands, and clears", (id, facts, since, clearings) => {
    expect(need(facts).reasons).toMatchObject([{ id, since }]);
    for (const clearing of clearings) expect(ids({ ...facts, ...clearing })).not.toContain(id);
  });

  test.each(TABLE)("%s sleeps only if the table says so", (id, facts) => {
    const [reason] = need(facts).reasons;
    if (!reason) throw new Error("no reason");
    const limit = snoozeLimit(reason, { ...QUIET, ...facts });
    expect(limit === null).toBe(CASELOAD_REASONS.find((one) => one.id === id)?.snooze === "none");
    const until = limit ?? addDays(TODAY, 5);
    const asleep = need({ ...facts, snoozes: [snoozeOf(reason, until, need(facts))] });
    expect(asleep.reasons.map((one) => one.id)).toEqual(limit === null ? [id] : []);
    if (limit !== null) expect(asleep.next_change_at !== null && asleep.next_change_at <= limit).toBe(true);
    const awake = need({ ...facts, snoozes: [{ reason: id, since: reason.since, until: TODAY, above: [] }] });
    expect(awake.reasons.map((one) => one.id)).toEqual([id]);
  });
});

describe("what comes true by time alone", () => {
  test.each<[string, Partial<PatientFacts>, string]>([
    ["a recheck", { rechecks: [{ flag: "malignancy_suspected", due: "2026-10-16" }] }, "2026-10-17"],
    ["an acknowledgement after 90 days", { acks: [{ id: "anticoagulant", last_on: "2026-07-18" }] }, "2026-10-17"],
    ["a draft at the end of its day", { oldest_draft_on: TODAY }, "2026-10-16"],
    ["a review of Protect", { last_signed: signed({ notices: ["review_due:45"] }) }, "2026-10-17"],
    [
      "a questionnaire two days before the visit",
      { questionnaires: [{ sent_on: TODAY, returned_on: null, read: false }] },
      "2026-10-17",
    ],
    ["a membership", { responsible: { name: "Ana", ends_on: "2026-10-31" } }, "2026-10-17"],
    [
      "the end of a second-pass window",
      { last_signed: signed({ gate: "provisional", notices: ["second_pass_due:20-45"] }) },
      "2026-10-17",
    ],
    ["days without a log", phone(7, ["2026-10-12"]), "2026-10-17"],
  ])("%s", (_, facts, day) => {
    const before = need(facts);
    expect(before.next_change_at).toBe(day);
    const dayBefore = needOf({ ...QUIET, ...facts, today: addDays(day, -1) });
    const then = needOf({ ...QUIET, ...facts, today: day });
    expect(dayBefore.reasons.map((one) => one.id)).toEqual(before.reasons.map((one) => one.id));
    expect(then.reasons.map((one) => one.id)).not.toEqual(before.reasons.map((one) => one.id));
  });
});

describe("what answers an event", () => {
  test("is dated after it: a visit of the week before, signed late, answers no stop and no flare of the diary", () => {
    const late = { ...signed({}, "2026-10-05"), at: "2026-10-14T09:00:00.000Z" };
    expect(ids({ red_stop: { ...at("2026-10-10"), what: "pain" }, last_signed: late })).toContain("red_stop");
    expect(ids({ diary_flare: { ...at("2026-10-10"), rise: 3 }, last_signed: late })).toContain("flare");
    const call = { on: "2026-10-09", at: "2026-10-14T09:00:00.000Z" };
    expect(ids({ red_stop: { ...at("2026-10-10"), what: "pain" }, last_contact: call })).toContain("red_stop");
  });

  test("of the same day it is what came later that day", () => {
    const stop = { red_stop: { ...at("2026-10-10", "12"), what: "pain" as const } };
    expect(ids({ ...stop, last_signed: signed({}, "2026-10-10") })).toContain("red_stop");
    expect(ids({ ...stop, last_contact: at("2026-10-10", "13") })).not.toContain("red_stop");
  });

  test("a call on the day of the review is the review", () => {
    expect(ids({ next_review: "2026-10-14", last_contact: at("2026-10-14") })).not.toContain("review_overdue");
    expect(ids({ next_review: "2026-10-14", last_contact: at("2026-10-13") })).toContain("review_overdue");
  });
});

describe("details of the triggers", () => {
  test("the 90th day after an acknowledgement is still covered", () => {
    const acks = (last_on: string) => ids({ acks: [{ id: "anticoagulant", last_on }] });
    expect(acks("2026-07-17")).toEqual([]);
    expect(acks("2026-07-16")).toEqual(["ack_due"]);
  });

  test("items paused by the phase say mismatch, a bare move forward says assign", () => {
    const paused = { phase_change: moved("forward"), plan: plan({ has_item_paused_by_phase: true }) };
    expect(ids(paused)).toEqual(["plan_mismatch"]);
    expect(ids({ phase_change: moved("forward"), plan: null })).toEqual(["ready_to_advance"]);
    expect(ids({ phase_change: moved("restored"), plan: null })).toEqual(["plan_mismatch"]);
    expect(ids({ plan: plan({ has_item_not_allowed: true }) })).toEqual(["plan_mismatch"]);
    // Kept on purpose by a newer version.
    expect(ids({ plan: plan({ has_item_paused_by_phase: true }) })).toEqual([]);
  });

  test("a plan two times a week leaves three days free: six due days, not four, before anyone asks", () => {
    const late = (today: string) =>
      needOf({ ...QUIET, ...phone(2), next_review: "open", today }).reasons.map((one) => one.id);
    expect(late("2026-10-22")).toEqual([]);
    expect(late("2026-10-23")).toEqual(["no_log"]);
  });

  test("a skipped day is a log; days on hold are not due", () => {
    const skipped = { ...logged("2026-10-14"), completion: "skipped" as const };
    expect(ids({ mode: "phone", history: { versions: versions(7), paused: [], sessions: [skipped] } })).toEqual([]);
    const paused = [{ from: "2026-10-07", to: null }];
    expect(ids({ mode: "phone", history: { versions: versions(7), paused, sessions: [] } })).toEqual([]);
  });

  test("a diary flare is answered by a contact, a visit's flare by a visit without one", () => {
    const diary_flare = { ...at("2026-10-13"), rise: 2 };
    expect(need({ diary_flare }).reasons).toMatchObject([{ id: "flare", params: { rise: 2 } }]);
    expect(ids({ diary_flare, last_contact: at("2026-10-14") })).toEqual([]);
    const last_signed = signed({ flare: { since: "2026-10-05", rise: 3 } });
    expect(ids({ last_signed, last_contact: at("2026-10-14") })).toEqual(["flare"]);
  });
});
