import { expect, test } from "vitest";
import { timeText } from "./value-text";

test("a save is told to the second by the clinic's clock, wherever the reader is", () => {
  expect(timeText("2026-03-10T13:02:11Z", "Europe/Madrid")).toBe("14:02:11");
  expect(timeText("2026-03-10T13:02:11Z", "America/New_York")).toBe("09:02:11");
});
