import { beforeEach, expect, test, vi } from "vitest";
import { PAGE_PATH_HEADER } from "@/domain/page-login";
import { clinicianStillHere, requireClinician, roomFor } from "./actor";

const request = vi.hoisted(() => ({ headers: new Headers(), handed: null as unknown }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("not found");
  },
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));
vi.mock("./login-cookie", () => ({ readLoginId: async () => "0199aaaa-0000-7000-8000-000000000001" }));
vi.mock("@/db/login", () => ({ readLogin: async () => null, readHandedLogin: async () => request.handed }));

beforeEach(() => {
  request.headers = new Headers();
  request.handed = null;
});

test("a login that ended while a page was open leads back to that page", async () => {
  request.headers = new Headers({ [PAGE_PATH_HEADER]: "/visits/0199bbbb" });
  await expect(requireClinician()).rejects.toThrow("to /sign-in?next=%2Fvisits%2F0199bbbb");
});

test.each(["//evil.example", "https://evil.example/", "/api/auth/signout", ""])(
  "%j is no page to go back to",
  async (path) => {
    request.headers = new Headers({ [PAGE_PATH_HEADER]: path });
    await expect(requireClinician()).rejects.toThrow(/^to \/sign-in$/);
  },
);

test("an act with typed words is told that nobody is signed in, and goes nowhere", async () => {
  await expect(clinicianStillHere()).resolves.toBeNull();
});

test("a tablet in a patient's hands leads to its questionnaires, also from an act", async () => {
  request.handed = { staff: { actor: {} }, patientId: "0199cccc-0000-7000-8000-000000000001" };
  await expect(clinicianStillHere()).rejects.toThrow("to /tablet");
});

test("the room one was heading for, but no room of other people", () => {
  expect(roomFor("clinician", "/visits/0199bbbb")).toBe("/visits/0199bbbb");
  expect(roomFor("clinician", "/my/plan")).toBe("/caseload");
  expect(roomFor("patient", "/visits/0199bbbb")).toBe("/my");
  expect(roomFor("patient", "/my/plan")).toBe("/my/plan");
  expect(roomFor("owner", null)).toBe("/caseload");
});
