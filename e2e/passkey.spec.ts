/** A clinician signs with a passkey instead of the password, and a passkey that was removed signs nothing. */
import { expect, type Page } from "@playwright/test";
import { PASSWORD } from "./clinic";
import { expectAccessible, test } from "./fixtures";
import { makeComplete, newVisit, openVisit, signings } from "./open-visit";

/** A fingerprint reader that knows its owner. */
async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test("a passkey is added behind the password, signs a visit, and is refused once it was removed", async ({ page }) => {
  test.setTimeout(90_000);
  const visit = await openVisit(page);
  await addAuthenticator(page);

  await test.step("whoever has none is told where to add one", async () => {
    await makeComplete(page);
    await page.getByRole("button", { name: "Sign visit" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Use passkey" }).click();
    await expect(dialog.getByText("You have no passkey yet.")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("add one, behind the password", async () => {
    await page.goto("/settings/security");
    await expect(page.getByText("No passkey yet.")).toBeVisible();
    await page.getByRole("button", { name: "Add a passkey" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a passkey" });
    await dialog.getByRole("button", { name: "Add passkey" }).click();
    await expect(dialog.getByText("Give it a name")).toBeVisible();
    await dialog.getByLabel("Name").fill("Laptop at the clinic");
    await dialog.getByLabel("Password", { exact: true }).fill("not the password at all");
    await dialog.getByRole("button", { name: "Add passkey" }).click();
    await expect(dialog.getByText("The password is wrong.")).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await dialog.getByRole("button", { name: "Add passkey" }).click();
    await expect(page.getByRole("row", { name: /Laptop at the clinic/ })).toContainText("Not used yet");
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  await test.step("sign with it", async () => {
    await page.goto(`/visits/${visit.visitId}`);
    await page.getByRole("button", { name: "Sign visit" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Use passkey" }).click();
    await expect(page.getByText(/^Signed .* by /)).toBeVisible();
    expect(await signings(visit)).toMatchObject([{ detail: { confirmed_by: "passkey" } }]);
  });

  await test.step("amending asks it too, and a reason before", async () => {
    await page.getByRole("button", { name: "Void" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Use passkey" }).click();
    // The browser's own message stands at the reason; nothing was asked of the passkey.
    await expect(dialog.getByLabel("Reason")).toBeFocused();
    await page.keyboard.press("Escape");
  });

  await test.step("removed between being asked and answering, it is refused", async () => {
    const next = { ...visit, visitId: await newVisit(page, visit.patient) };
    await makeComplete(page);
    const settings = await page.context().newPage();
    await settings.goto("/settings/security");
    await page.route("**/api/auth/passkey", async (route) => {
      const asked = await route.fetch();
      await settings.getByRole("button", { name: "Remove Laptop at the clinic" }).click();
      await settings.getByRole("dialog").getByRole("button", { name: "Remove passkey" }).click();
      await expect(settings.getByText("No passkey yet.")).toBeVisible();
      await route.fulfill({ response: asked });
    });
    await page.getByRole("button", { name: "Sign visit" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Use passkey" }).click();
    await expect(page.getByRole("dialog").getByText("This passkey was refused.")).toBeVisible();
    expect(await signings(next)).toEqual([]);
  });
});
