import { afterEach, expect, test, vi } from "vitest";
import text from "@/messages/en/passkey.json";
import { askPasskey } from "./passkey-device";

afterEach(() => vi.unstubAllGlobals());

const answering = (response: Response) => vi.stubGlobal("fetch", async () => response);

test("a login that ended before the passkey was asked is told apart: the act's dialog asks for it", async () => {
  answering(Response.json({ error: "signed-out" }, { status: 401 }));
  expect(await askPasskey()).toEqual({ ok: false, message: text.signedOut, signedOut: true });
});

test("nobody's login is asked for where there is no passkey, or no server", async () => {
  answering(Response.json({ options: null }));
  expect(await askPasskey()).toEqual({ ok: false, message: text.none, signedOut: false });
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
  expect(await askPasskey()).toEqual({ ok: false, message: text.unreachable, signedOut: false });
});
