import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { listContacts } from "@/db/contact";
import { caseloadRow } from "@/db/schema/caseload";
import type { Actor } from "@/db/scope";
import { startVisit } from "@/db/visit";
import { listCaseload } from "./caseload";
import { snoozeReason, wakeReason } from "./snooze";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { registered } from "./testing/registered-patient";

const database = testDatabase();
let owner: Actor;
let stranger: Actor;

const names = async (actor: Actor, search: string) =>
  (await listCaseload(actor, { search })).rows.map(({ name }) => name).sort();

beforeAll(async () => {
  owner = (await newTestClinic()).owner;
  stranger = (await newTestClinic()).owner;
});

describe("Searching", () => {
  beforeAll(async () => {
    await registered(owner, { givenName: "Zoë", familyName: "Ångström", phone: "+44 7700 900123" });
    await registered(owner, { givenName: "Ana", familyName: "Żak", phone: "0161 496 0000" });
  });

  test.each([
    ["angs", ["Zoë Ångström"]],
    ["ÅNG", ["Zoë Ångström"]],
    ["zoe", ["Zoë Ångström"]],
    ["angstrom zoe", ["Zoë Ångström"]],
    ["zak", ["Ana Żak"]],
    ["07700 900123", ["Zoë Ångström"]],
    ["900123", ["Zoë Ångström"]],
    ["0161 496 0000", ["Ana Żak"]],
    ["+44 7700 900123", ["Zoë Ångström"]],
    ["0044 7700900123", ["Zoë Ångström"]],
    ["+44 (0)7700 900123", ["Zoë Ångström"]],
    ["447700900123", ["Zoë Ångström"]],
    ["7700900123", ["Zoë Ångström"]],
    ["+44 161 496 0000", ["Ana Żak"]],
    ["0044-161-4960000", ["Ana Żak"]],
    ["01614960000", ["Ana Żak"]],
    ["+44 161 496 0001", []],
    ["ngstr", []],
    ["%", []],
    ["' or 1=1", []],
  ])("%s finds %j", async (search, found) => {
    expect(await names(owner, search)).toEqual(found);
  });

  test("reads a record number with or without its letters", async () => {
    const [row] = (await listCaseload(owner, { search: "angstrom" })).rows;
    const number = String(row?.number);
    expect(await names(owner, number)).toEqual(["Zoë Ångström"]);
    expect(await names(owner, `CP-${number.padStart(4, "0")}`)).toEqual(["Zoë Ångström"]);
  });

  test("finds nobody of another clinic", async () => {
    expect(await names(stranger, "angstrom")).toEqual([]);
    expect(await names(stranger, "07700 900123")).toEqual([]);
  });
});

describe("Paging", () => {
  test("shows everybody once, though somebody is registered in between", async () => {
    const { owner: actor } = await newTestClinic();
    for (let n = 0; n < 60; n += 1) {
      await registered(actor, { givenName: `P${String(n % 7)}`, familyName: `Same ${String(n).padStart(2, "0")}` });
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { rows, next } = await listCaseload(actor, { after });
      seen.push(...rows.map(({ patientId }) => patientId));
      if (seen.length === 25) await registered(actor, { givenName: "Aa", familyName: "Aa" });
      after = next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    expect((await listCaseload(actor, {})).counts.active).toBe(61);

    const contacts: string[] = [];
    do {
      const { rows, next } = await listContacts(actor, { after });
      contacts.push(...rows.map(({ patientId }) => patientId));
      after = next ?? undefined;
    } while (after !== undefined);
    expect(new Set(contacts).size).toBe(61);
    expect(contacts).toHaveLength(61);
  });

  test.each(["", "nonsense", Buffer.from('[1,"x"]').toString("base64url")])(
    "an address edited to %j starts from the top",
    async (after) => {
      expect((await listCaseload(owner, { after })).rows.length).toBeGreaterThan(0);
    },
  );
});

describe("A day that turned", () => {
  test("brings up an unsigned visit the morning after, by itself", async () => {
    const { owner: actor } = await newTestClinic();
    const patientId = await registered(actor);
    await startVisit(actor, { patientId, kind: "treatment" });
    expect((await listCaseload(actor, {})).rows[0]?.reasons.map(({ id }) => id)).not.toContain("unsigned");
    const tomorrow = new Date(Date.now() + 26 * 3_600_000);
    const { rows, counts } = await listCaseload(actor, {}, tomorrow);
    expect(rows[0]?.reasons.map(({ id }) => id)).toContain("unsigned");
    expect(counts.reasons.unsigned).toBe(1);
    expect((await listCaseload(actor, { reason: "unsigned" }, tomorrow)).rows).toHaveLength(1);
    expect((await listCaseload(actor, { reason: "hold_open" }, tomorrow)).rows).toHaveLength(0);
    await registered(actor, { givenName: "Needs", familyName: "Nobody" });
    expect((await listCaseload(actor, { group: "needs_me" }, tomorrow)).rows.map((row) => row.patientId)).toEqual([
      patientId,
    ]);
    expect((await listCaseload(actor, { group: "needs_me", search: "nobody" }, tomorrow)).rows).toEqual([]);
  });

  test("touches no other clinic's rows", async () => {
    const { owner: actor } = await newTestClinic();
    const patientId = await registered(actor);
    await startVisit(actor, { patientId, kind: "treatment" });
    const before = await rowOf(actor, patientId);
    await listCaseload(stranger, {}, new Date(Date.now() + 26 * 3_600_000));
    expect(await rowOf(actor, patientId)).toEqual(before);
  });
});

const rowOf = (actor: Actor, patientId: string) =>
  transaction(actor, (tx) =>
    tx.select({ at: caseloadRow.updatedAt }).from(caseloadRow).where(eq(caseloadRow.patientId, patientId)),
  );

test("A row is counted and found under each reason that holds, not only under its first", async () => {
  const { owner: actor } = await newTestClinic();
  await database.admin`update staff_member set expires_at = now() + interval '10 days'
    where clinic_id = ${actor.clinicId}`;
  const patientId = await registered(actor);
  await registered(actor, { givenName: "Another", familyName: "Patient" });
  await startVisit(actor, { patientId, kind: "treatment" });
  const tomorrow = new Date(Date.now() + 26 * 3_600_000);
  const { rows, counts } = await listCaseload(actor, {}, tomorrow);
  expect(rows[0]?.reasons.map(({ id }) => id)).toEqual(["unsigned", "membership_expiring"]);
  expect(counts).toMatchObject({ needsMe: 2, reasons: { unsigned: 1, membership_expiring: 2 } });
  const found = await listCaseload(actor, { reason: "membership_expiring" }, tomorrow);
  expect(found.rows.map((row) => row.patientId)).toContain(patientId);
  expect(found.rows).toHaveLength(2);
  expect((await listCaseload(actor, { reason: "unsigned" }, tomorrow)).rows).toHaveLength(1);
});

describe("Snoozing", () => {
  test("hides a reason until the day named, not longer than the table allows, and wakes it again", async () => {
    const { owner: actor } = await newTestClinic();
    const patientId = await registered(actor, {});
    await startVisit(actor, { patientId, kind: "treatment", visitOn: "2026-09-02" });
    const reasons = async () => (await listCaseload(actor, {})).rows[0];
    const unsigned = (await reasons())?.reasons.find(({ id }) => id === "unsigned");
    expect(unsigned?.since).toBe("2026-09-02");
    const input = { patientId, reason: "unsigned" as const, since: "2026-09-02", why: null };
    const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
    expect(await snoozeReason(actor, { ...input, until: day(9) })).toMatchObject({ reason: "out_of_range" });
    expect(await snoozeReason(actor, { ...input, since: "2026-09-03", until: day(1) })).toMatchObject({
      reason: "gone",
    });
    expect(await snoozeReason(stranger, { ...input, until: day(1) })).toMatchObject({ reason: "gone" });
    expect(await snoozeReason(actor, { ...input, until: day(1) })).toEqual({ ok: true });
    expect((await reasons())?.reasons.map(({ id }) => id)).not.toContain("unsigned");
    expect((await reasons())?.snoozed.map(({ id }) => id)).toEqual(["unsigned"]);
    expect(await wakeReason(actor, input)).toBe(true);
    expect((await reasons())?.reasons.map(({ id }) => id)).toContain("unsigned");
    expect(await wakeReason(actor, input)).toBe(false);
  });
});

describe("Reception", () => {
  test("is sent who and when, and nothing that tells of anybody's health", async () => {
    const { owner: actor } = await newTestClinic();
    const patientId = await registered(actor);
    await startVisit(actor, { patientId, kind: "treatment", visitOn: "2026-09-02" });
    const { rows } = await listContacts(actor, {});
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      ["birthDate", "name", "nextReviewOn", "number", "patientId", "phone", "reasons"].sort(),
    );
    expect(rows[0]?.reasons).toEqual([]);
  });
});
