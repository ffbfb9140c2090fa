import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import en from "@/messages/en/portal.json";
import es from "@/messages/es/portal.json";
import { SignInAgain } from "./sign-in-again";

const shown = (clinicPhone: string | null, { outbox }: typeof en) =>
  renderToStaticMarkup(createElement(SignInAgain, { clinicPhone, text: outbox }));

test("a login that ended leads back to Today, and to the clinic for someone without a password", () => {
  expect(shown("020 7946 0000", en)).toContain('href="/sign-in?next=/my"');
  expect(shown("020 7946 0000", en)).toContain("Ask the clinic: “Send again”. Call 020 7946 0000;");
  expect(shown(null, en)).toContain("Send again");
  expect(shown(null, en)).not.toContain("{phone}");
  expect(shown("020 7946 0000", es)).toContain("Llame al 020 7946 0000.");
});
