import { expect, test } from "vitest";
import { emptyEntries, type VisitEntries } from "@/domain/visit/visit-entries";
import { type ReferralInput, referralLetter } from "./referral-letter";

const letterOf = (entries: Partial<VisitEntries>, rest: Partial<ReferralInput> = {}) =>
  referralLetter({
    flags: [{ flag: "cauda_equina_suspected", since: "2026-11-20" }],
    entries: { ...emptyEntries(), ...entries },
    history: [],
    visitOn: "2026-11-22",
    stoppedAt: "22 Nov 2026, 14:02",
    writtenAt: "22 Nov 2026, 14:10",
    patient: {
      ...{
        name: "Robin Vane",
        record: "0042",
        birthDate: "1980-03-01",
        sex: "F",
        address: null,
        phone: "020 7946 0000",
      },
      ...{ language: "en", interpreter: "not_needed", nextOfKin: "Kim Vane", guardian: null },
    },
    clinic: { name: "Quay", phone: "020 7946 0199" },
    clinician: { name: "Nadia Okafor", registration: "PH 1" },
    ...rest,
  });

test("reason, urgency and what was stopped come with their days; the source of the rule doesn't", () => {
  const letter = letterOf({});
  expect(letter.reason).toMatch(/^Cauda equina suspected, since 20 Nov 2026: Same-day emergency referral/);
  expect(letter.reason).not.toContain("BMJ");
  expect(letter.urgency).toContain("Emergency");
  expect(letter.stopped).toBe("Exercises and manual treatment stopped on 22 Nov 2026, 14:02.");
  expect(letter.patient).toContain("Born 1 Mar 1980, 46 y, female");
  expect(letter.to).toBe("");
});

test("a yes is told word for word, what was not asked as not asked, a no as neither", () => {
  const letter = letterOf({
    screening: [
      { flag: "cauda_equina_suspected", answer: "yes", decision: "suspected" },
      { flag: "progressive_motor_deficit", answer: "no" },
    ],
  });
  expect(letter.found).toContain("Answered yes: Any new numbness between the legs");
  expect(letter.unknown).not.toContain("Is a leg or foot weaker");
  expect(letter.found).not.toContain("Is a leg or foot weaker");
  expect(letter.unknown).toContain("Not asked: Unsteady walking");
  expect(letter.unknown).toContain("Neurological exam not done.");
});

test("today's history goes before the earlier one; precautions are named", () => {
  const letter = letterOf(
    { subjective: [{ key: "medication", text: "Apixaban" }], flags: ["anticoagulant", "cauda_equina_suspected"] },
    {
      history: [
        { key: "medication", text: "None" },
        { key: "allergies", text: "Latex" },
      ],
    },
  );
  expect(letter.history).toContain("Medication: Apixaban");
  expect(letter.history).not.toContain("None");
  expect(letter.history).toContain("Allergies: Latex");
  expect(letter.history).toMatch(/Precaution: .*nticoag/);
  expect(letter.history).not.toContain("Cauda");
});
