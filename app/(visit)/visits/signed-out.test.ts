import { expect, test, vi } from "vitest";
import { newId } from "@/domain/new-id";
import { discardVisitAction, moveVisitAction, signVisitAction } from "./actions";
import { amendVisitAction, coSignAction, returnVisitAction, voidVisitAction } from "./record-actions";

vi.mock("@/auth/actor", () => ({
  clinicianStillHere: async () => null,
  requireClinician: async () => {
    throw new Error("sent away");
  },
}));

const visit = newId();
const proof = { password: "typed before it was noticed" };
const reason = "Read off the wrong leg";

test.each([
  ["sign", () => signVisitAction(visit, 3, "basis", proof)],
  ["move", () => moveVisitAction(visit, "2026-05-01")],
  ["discard", () => discardVisitAction(visit)],
  ["amend", () => amendVisitAction(visit, [{ path: "note", new: "Better" }], reason, proof)],
  ["void", () => voidVisitAction(visit, reason, proof)],
  ["co-sign", () => coSignAction(visit, proof)],
  ["return", () => returnVisitAction(visit, reason, proof)],
])("%s: the login has ended, and the page is told instead of being left", async (_act, act) => {
  await expect(act()).resolves.toEqual({
    ok: false,
    signedOut: true,
    message: expect.stringContaining("Sign in again"),
  });
});
