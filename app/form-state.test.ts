import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldError, invalid, readValues, refused, typedValue } from "./form-state";

const form = (entries: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

describe("what was typed", () => {
  it("comes back, repeated names as a list", () => {
    const values = readValues(
      form([
        ["name", "Amara"],
        ["equipment", "band"],
        ["equipment", "roller"],
        ["pain", "0"],
        ["note", ""],
      ]),
    );
    expect(values).toEqual({ name: "Amara", equipment: ["band", "roller"], pain: "0", note: "" });
  });

  it("comes back without any password and without React's own fields", () => {
    const typed = form([
      ["email", "m@harbour.example"],
      ["password", "correct horse"],
      ["newPassword", "battery staple"],
      ["$ACTION_ID_1", "x"],
    ]);
    expect(readValues(typed)).toEqual({ email: "m@harbour.example" });
  });
});

describe("a form that was refused", () => {
  const Visit = z.object({ worst: z.number().max(10), items: z.array(z.object({ sets: z.number().min(1) })) });

  it("says one error beside each field and keeps the values", () => {
    const parsed = Visit.safeParse({ worst: 11, items: [{ sets: 0 }] });
    if (parsed.success) throw new Error("11 is no pain score");
    const state = invalid(parsed.error, { worst: "11" });
    expect(fieldError(state, "worst")).toMatch(/10/);
    expect(fieldError(state, "items.0.sets")).toBeTruthy();
    expect(fieldError(state, "note")).toBeUndefined();
    expect(typedValue(state, "worst")).toBe("11");
  });

  it("keeps the values when the rules refuse too, and has no field to blame", () => {
    const state = refused("The gate is closed.", { reason: "" });
    expect(fieldError(state, "reason")).toBeUndefined();
    expect(typedValue(state, "reason")).toBe("");
    expect(typedValue(state, "other")).toBeUndefined();
  });

  it("has nothing to give back once it is done", () => {
    expect(typedValue({ status: "done" }, "reason")).toBeUndefined();
  });
});
