import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import words from "@/messages/en/referral.json";
import { ReferralForm } from "./referral-form";

const letter = Object.fromEntries(
  Object.keys(words.parts).map((part) => [part, `First line of ${part}\nand its second`]),
) as Record<keyof typeof words.parts, string>;

test("on paper each part stands whole as text, in every browser; the boxes are for the screen alone", () => {
  const owner = { userId: "u", membershipId: "m" };
  const html = renderToStaticMarkup(<ReferralForm owner={owner} visitId="v" clinic="Clinic" letter={letter} />);
  for (const said of Object.values(letter)) expect(html).toContain(`whitespace-pre-wrap">${said}</p>`);
  // Each box, and the buttons above.
  expect(html.match(/print:hidden/g)).toHaveLength(Object.keys(letter).length + 1);
  expect(html).toContain('rows="2"');
});
