import { expect, test, vi } from "vitest";
import { newId } from "@/domain/new-id";
import { voidVisitAction } from "./record-actions";

const voiding = vi.hoisted(() => ({ reason: "" }));
vi.mock("@/auth/actor", () => ({ clinicianStillHere: async () => ({ role: "owner" }) }));
vi.mock("@/auth/reauthenticate", () => ({ confirmPerson: async () => ({ ok: true, by: "password" }) }));
vi.mock("@/db/void-visit", () => ({ voidVisit: async () => ({ ok: false, reason: voiding.reason }) }));

test.each([
  ["voided", true],
  ["not_signed", true],
  ["already_cosigned", true],
  ["reason_too_short", false],
  ["needs_supervisor", false],
])("%s: the page is older than the visit: %s", async (reason, stale) => {
  voiding.reason = reason;
  const answer = await voidVisitAction(newId(), "Entered for the wrong patient", { password: "p" });
  expect(answer).toMatchObject({ ok: false, stale });
});
