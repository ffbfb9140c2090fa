import { expect, test } from "vitest";
import { clinicPhone } from "./clinic-fields";

const fault = (typed: string | undefined) => clinicPhone.safeParse(typed).error?.issues.map(({ message }) => message);

test("a clinic's phone is asked for, and is one that patients can dial", () => {
  expect(clinicPhone.parse(" +353 1 555 0142 ")).toBe("+353 1 555 0142");
  expect(fault("abc")).toEqual(["Enter a phone number: digits, spaces and a leading + only."]);
  expect(fault(" ")).toEqual(["Fill this in."]);
  expect(fault(undefined)).toEqual(["Fill this in."]);
});
