import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { FoundInvitation } from "@/db/invitation";
import en from "@/messages/en/auth.json";
import es from "@/messages/es/auth.json";
import { ClosedLink } from "./closed-link";

const CLINIC = { clinicName: "Quay Street", clinicPhone: "020 7946 0199" };
const shown = (found: Exclude<FoundInvitation, { state: "open" }>, text: typeof en = en) =>
  renderToStaticMarkup(createElement(ClosedLink, { found, text: text.invite }));

test.each(["used", "expired"] as const)("a patient's %s link says what to do and whom to call", (state) => {
  const html = shown({ state, role: "patient", ...CLINIC });
  expect(html).toContain("Ask Quay Street to send a new link");
  expect(html).toContain('href="tel:02079460199"');
  expect(shown({ state, role: "patient", ...CLINIC }, es)).toContain("Pida a Quay Street");
  expect(shown({ state, role: "patient", ...CLINIC, clinicPhone: null })).not.toContain("tel:");
});

test("a link that no clinic made names none", () => {
  expect(shown({ state: "unknown" })).not.toContain("Quay Street");
});
