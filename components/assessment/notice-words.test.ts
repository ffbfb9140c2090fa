import { expect, test } from "vitest";
import { measureTitle } from "@/components/chart/chart-words";
import { NOTICES } from "@/domain/vocabulary/notices";
import text from "@/messages/en/notice.json";
import { noticeWords } from "./notice-words";

const dayZero = "2026-01-05";

test("every notice of the catalogue has words", () => {
  const said = Object.keys(text);
  for (const { code } of NOTICES) expect(said).toContain(code.split(":")[0]);
});

test("days of a notice are said as dates, its side and thing by name", () => {
  expect(noticeWords("second_pass_due:17-42", dayZero)).toBe(
    "First of two passes: the second counts from 22 Jan 2026 to 16 Feb 2026",
  );
  expect(noticeWords("review_due:0", dayZero)).toBe("Review by 5 Jan 2026");
  expect(noticeWords("review_due:-3", dayZero)).toBe("Review by 2 Jan 2026");
  expect(noticeWords("assign_plan:strengthen_1", dayZero)).toBe(
    "Phase changed to Strengthen 1: check and assign the plan",
  );
  expect(noticeWords("strain_onset_date_missing:L", dayZero)).toBe("Enter the date of onset L");
  expect(noticeWords("safety_net:malignancy_suspected:24", dayZero)).toBe(
    "Malignancy suspected: safety-net, recheck by 29 Jan 2026",
  );
  expect(noticeWords("ack_needed:strain_suspected", dayZero)).toBe("Acknowledge: Hamstring strain suspected");
  expect(noticeWords("earlier_value_used:slhb_reps:L:6", dayZero)).toBe(
    "Single-leg hamstring bridge L: value of 11 Jan 2026 used in this gate",
  );
});

test("a measure is called as its place calls it: by its row in a visit, by its chart beside charts", () => {
  const code = "other_rater:ely_angle_deg:R";
  expect(noticeWords(code, dayZero)).toBe(
    "Ely / prone knee bend angle (knee flexion) R: another rater than at baseline",
  );
  expect(noticeWords(code, dayZero, measureTitle)).toBe("Ely, prone knee bend R: another rater than at baseline");
});

test("a code without words is shown, never dropped", () => {
  expect(noticeWords("of_another_version", dayZero)).toBe("of another version");
});
