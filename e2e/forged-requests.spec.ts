/** Requests made by hand, past every page: a patient logs on no other plan and can send nothing that a clinician's page sends. */
import { expect, type Page, type Request } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { preTenantTransaction, transaction } from "@/db/client";
import { membership } from "@/db/schema/account";
import { homeSession } from "@/db/schema/home-session";
import { planItem, planVersion } from "@/db/schema/plan";
import { newId } from "@/domain/new-id";
import { addCourse, newClinic, type TestClinic, type TestPatient, workedCase } from "./clinic";
import { test } from "./fixtures";
import { loginAs } from "./login";

test.use({ allowedComplaints: ["Failed to load resource"] });

const versionsOf = ({ owner }: TestClinic, { patientId }: TestPatient) =>
  transaction(owner, (tx) =>
    tx
      .select({ id: planVersion.id })
      .from(planVersion)
      .where(and(eq(planVersion.clinicId, owner.clinicId), eq(planVersion.patientId, patientId))),
  );

const itemsOf = ({ owner }: TestClinic, { patientId }: TestPatient, versionId: string) =>
  transaction(owner, (tx) =>
    tx
      .select({ key: planItem.itemKey })
      .from(planItem)
      .where(
        and(
          eq(planItem.clinicId, owner.clinicId),
          eq(planItem.patientId, patientId),
          eq(planItem.planVersionId, versionId),
        ),
      ),
  );

const sessionsOf = ({ owner }: TestClinic, { patientId }: TestPatient) =>
  transaction(owner, (tx) =>
    tx
      .select({ id: homeSession.id })
      .from(homeSession)
      .where(and(eq(homeSession.clinicId, owner.clinicId), eq(homeSession.patientId, patientId))),
  );

async function ownEnvelope({ membershipId }: TestPatient, kind: string, body: unknown) {
  const [member] = await preTenantTransaction((tx) =>
    tx.select({ userId: membership.userId }).from(membership).where(eq(membership.id, membershipId)),
  );
  const expected = { userId: member!.userId, membershipId };
  return { v: 1, id: newId(), kind, expected, sentAt: new Date().toISOString(), body };
}

/** Sent from the phone's own page, with its login and its origin. */
const post = (page: Page, body: unknown): Promise<number> =>
  page.evaluate(async (sent) => {
    const headers = { "Content-Type": "application/json" };
    return (await fetch("/api/outbox", { method: "POST", headers, body: JSON.stringify(sent) })).status;
  }, body);

test("a session on another patient's plan, and a draft of a visit, are refused to a phone", async ({ page }) => {
  const clinic = await newClinic();
  const mine = await addCourse(clinic, workedCase("C01"), { visits: 1, daysAgo: 2, diligence: 0 });
  const theirs = await addCourse(clinic, workedCase("C01"), { visits: 1, daysAgo: 2, diligence: 0 });
  await loginAs(page, mine.membershipId);
  await page.goto("/my");
  const session = async (patient: TestPatient) => {
    const [version] = await versionsOf(clinic, patient);
    const items = await itemsOf(clinic, patient, version!.id);
    return ownEnvelope(mine, "session.log", {
      planVersionId: version!.id,
      performedAt: new Date().toISOString(),
      items: items.map(({ key }) => ({ key, outcome: "done" })),
      painDuring: 0,
      painWorst24h: 0,
      effort: null,
      note: null,
      stopReason: null,
    });
  };
  expect(await post(page, await session(theirs))).toBeGreaterThanOrEqual(400);
  expect(await sessionsOf(clinic, theirs)).toEqual([]);
  expect(await sessionsOf(clinic, mine)).toEqual([]);
  // The same request on the own plan is taken: what was refused is whose plan it was.
  expect(await post(page, await session(mine))).toBe(200);
  expect(await sessionsOf(clinic, mine)).toHaveLength(1);

  const draft = await ownEnvelope(mine, "visit.draft", {
    visitId: newId(),
    changes: [{ path: "note", value: "by hand", base: 0 }],
  });
  expect(await post(page, draft)).toBeGreaterThanOrEqual(400);
});

test("what assigns a plan from the clinician's board does nothing from a patient's login", async ({
  page,
  browser,
  baseURL,
}) => {
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 1, daysAgo: 1, planPending: true });
  await loginAs(page, clinic.owner.membershipId);
  await page.goto(`/patients/${patient.patientId}/plan`);
  await page.getByRole("checkbox", { name: "None of these" }).check();
  await expect(page.getByText("Checking the exercises")).toHaveCount(0);
  let sent: Request | undefined;
  await page.route("**/plan", (route) => {
    const request = route.request();
    if (request.method() !== "POST" || !request.postData()?.includes("versionId")) return route.continue();
    sent = request;
    return route.abort();
  });
  await page.getByRole("button", { name: "Assign plan" }).click();
  await expect.poll(() => sent !== undefined).toBe(true);
  const { "next-action": action = "", "content-type": type = "" } = sent!.headers();
  expect(action).not.toBe("");

  const replay = async (membershipId: string) => {
    const context = await browser.newContext();
    const other = await context.newPage();
    await loginAs(other, membershipId);
    const answer = await context.request.post(sent!.url(), {
      headers: { "next-action": action, "content-type": type, origin: baseURL ?? "" },
      data: sent!.postDataBuffer()!,
      maxRedirects: 0,
    });
    await context.close();
    return answer.status();
  };
  await replay(patient.membershipId);
  expect(await versionsOf(clinic, patient)).toEqual([]);
  const stranger = await newClinic();
  await replay(stranger.owner.membershipId);
  expect(await versionsOf(clinic, patient)).toEqual([]);
  // From the clinician's own login the very same request assigns it.
  expect(await replay(clinic.owner.membershipId)).toBe(200);
  expect(await versionsOf(clinic, patient)).toHaveLength(1);
});
