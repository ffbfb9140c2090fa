import { expect, test } from "vitest";
import { NOTICES } from "@/domain/vocabulary/notices";
import text from "@/messages/en/visit.json";
import { noticeWords, reasonWords } from "./assessment-words";
import { sourceWords } from "./criterion-words";

const dayZero = "2026-01-05";

test("every notice of the catalogue has words", () => {
  const said = Object.keys(text.notices);
  for (const { code } of NOTICES) expect(said).toContain(code.split(":")[0]);
});

test("days of a notice are said as dates, its side and thing by name", () => {
  expect(noticeWords("second_pass_due:17-42", dayZero)).toBe(
    "First of two passes: the second counts from 22 Jan 2026 to 16 Feb 2026",
  );
  expect(noticeWords("review_due:0", dayZero)).toBe("Review by 5 Jan 2026");
  expect(noticeWords("assign_plan:strengthen_1", dayZero)).toBe(
    "Phase changed to Strengthen 1: check and assign the plan",
  );
  expect(noticeWords("strain_onset_date_missing:L", dayZero)).toBe("Enter the date of onset L");
  expect(noticeWords("safety_net:malignancy_suspected:24", dayZero)).toBe(
    "Malignancy suspected: safety-net, recheck by 29 Jan 2026",
  );
  expect(noticeWords("ack_needed:strain_suspected", dayZero)).toBe("Acknowledge: Hamstring strain suspected");
});

test("gate reasons name their threshold and side; what is missing is said by name", () => {
  expect(reasonWords("ely_below_120:L")).toBe("Ely below 120° L");
  expect(reasonWords("missing:slhb_reps:R")).toBe("not measured: Single-leg hamstring bridge R");
});

test("sources are read as on screen", () => {
  expect(sourceWords("ely_tight")).toBe("Counterpoise default");
  expect(sourceWords(null)).toBe("");
});
