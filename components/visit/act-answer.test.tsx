import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import parts from "@/messages/en/visit-parts.json";
import { ActAnswer } from "./act-answer";
import type { ActRefusal } from "./visit-data";

const shown = (refusal: ActRefusal | null) =>
  renderToStaticMarkup(<ActAnswer refusal={refusal} onSignedIn={() => undefined} />);

test.each(["stale", "courseChanged", "notDraft", "unknown"] as const)("%s: the latest can be loaded", (reason) => {
  const html = shown({ ok: false, message: parts.sign[reason], stale: true });
  expect(html).toContain('role="alert"');
  expect(html).toContain(`>${parts.sign.reload}</button>`);
});

test("a login that ended is asked for beside what was refused", () => {
  const html = shown({ ok: false, message: parts.signIn.ended, signedOut: true });
  expect(html).toContain(`>${parts.signIn.button}</button>`);
  expect(html).not.toContain(parts.sign.reload);
});

test("a wrong password asks for nothing but another try", () => {
  expect(shown({ ok: false, message: parts.sign.wrong })).not.toContain("<button");
  expect(shown(null)).toBe("");
});
