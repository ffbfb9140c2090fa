import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NoPhoneBanner } from "./no-phone-banner";

test("the owner is led to the settings; others are told whom to ask", () => {
  const owner = renderToStaticMarkup(<NoPhoneBanner isOwner />);
  expect(owner).toContain("No clinic phone is recorded.");
  expect(owner).toContain('href="/settings/clinic"');

  const others = renderToStaticMarkup(<NoPhoneBanner isOwner={false} />);
  expect(others).toContain("Ask the clinic&#x27;s owner");
  expect(others).not.toContain("href");
});
