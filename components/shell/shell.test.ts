import { describe, expect, it } from "vitest";
import { clinicNav } from "./clinic-nav";
import { incidentOf } from "./error-screen";
import { isInside } from "./nav-link";
import { dialable } from "./safety-text";
import { readTheme } from "./theme";

describe("the clinic's navigation", () => {
  it("shows only rooms that have a page, and no heading over none", () => {
    expect(
      clinicNav(["caseload", "settings"]).map(({ title, items }) => [title, items.map(({ href }) => href)]),
    ).toEqual([
      [undefined, ["/caseload"]],
      [undefined, ["/settings"]],
    ]);
  });

  it("keeps its order whatever the order asked", () => {
    const hrefs = clinicNav(["settings", "rules", "caseload"]).flatMap(({ items }) => items.map(({ href }) => href));
    expect(hrefs).toEqual(["/caseload", "/library/rules", "/settings"]);
  });

  it("counts a room, 0 too", () => {
    expect(clinicNav(["caseload"], { caseload: 0 })[0]?.items[0]?.count).toBe(0);
    expect(clinicNav(["caseload"])[0]?.items[0]?.count).toBeUndefined();
  });

  it("knows which room is open by whole path segments", () => {
    expect(isInside("/patients/018f", ["/caseload", "/patients"])).toBe(true);
    expect(isInside("/caseload", ["/caseload"])).toBe(true);
    expect(isInside("/caseloads", ["/caseload"])).toBe(false);
  });
});

describe("a phone number on the patient's screen", () => {
  it.each([
    ["555 0142", "tel:5550142"],
    ["+34 (91) 555-01", "tel:+349155501"],
    ["112", "tel:112"],
    ["0+1", "tel:01"],
  ])("%s dials %s", (written, dialled) => {
    expect(dialable(written)).toBe(dialled);
  });
});

describe("the frame", () => {
  it("follows the device until someone chooses", () => {
    expect(readTheme(undefined)).toBe("system");
    expect(readTheme("dark")).toBe("dark");
    expect(readTheme("sepia")).toBe("system");
  });

  it("shows the number under which the server logged an error, and nothing of the error", () => {
    expect(incidentOf(Object.assign(new Error("select * from visit"), { digest: "42@E1" }))).toBe("42@E1");
    expect(incidentOf(new Error("in the browser"))).toBeNull();
    expect(incidentOf("thrown text")).toBeNull();
  });
});
