import { afterEach, expect, test, vi } from "vitest";
import { ACTION_HEADER, PAGE_LOGIN_HEADER } from "@/domain/page-login";
import { OtherLoginError, refusePageOfOther } from "./page-login";

const HERE = "0199aaaa-0000-7000-8000-000000000001";
const THERE = "0199aaaa-0000-7000-8000-000000000002";
const sent = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => sent.headers }));

afterEach(() => {
  sent.headers = new Headers();
});

const inUse = { membershipId: HERE };

test("a form of the clinic in use goes through", async () => {
  sent.headers = new Headers({ [ACTION_HEADER]: "7f", [PAGE_LOGIN_HEADER]: HERE });
  await expect(refusePageOfOther(inUse)).resolves.toBeUndefined();
});

test("a form that was rendered for another clinic or person is refused", async () => {
  sent.headers = new Headers({ [ACTION_HEADER]: "7f", [PAGE_LOGIN_HEADER]: THERE });
  await expect(refusePageOfOther(inUse)).rejects.toBeInstanceOf(OtherLoginError);
});

test("pages are read in whatever clinic is in use, and signing in names none", async () => {
  sent.headers = new Headers({ [PAGE_LOGIN_HEADER]: THERE });
  await expect(refusePageOfOther(inUse)).resolves.toBeUndefined();
  sent.headers = new Headers({ [ACTION_HEADER]: "7f" });
  await expect(refusePageOfOther(inUse)).resolves.toBeUndefined();
});
