/** What changes for many patients at once reaches their caseload rows: a clinician who left, other thresholds, another midnight. */
import { and, eq, isNotNull, lte } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { listCaseload } from "./caseload";
import { transaction } from "./client";
import { readClinic, updateClinic } from "./clinic";
import { handOver } from "./episode";
import { endMembership, listTeam } from "./membership";
import { adoptRuleSet, saveRuleSet } from "./rule-set";
import { caseloadRow } from "./schema/caseload";
import type { Actor } from "./scope";
import { newColleague } from "./testing/colleague";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { registered } from "./testing/registered-patient";

const database = testDatabase();
const ada = { name: "Ada Owner", on: "2026-10-07" };
let owner: Actor;

beforeEach(async () => {
  ({ owner } = await newTestClinic());
});

/** Patients whose row the next list computes anew. */
const due = () =>
  transaction(owner, async (tx) => {
    const rows = await tx
      .select({ patientId: caseloadRow.patientId })
      .from(caseloadRow)
      .where(
        and(
          eq(caseloadRow.clinicId, owner.clinicId),
          isNotNull(caseloadRow.episodeId),
          lte(caseloadRow.nextChangeAt, new Date()),
        ),
      );
    return rows.map(({ patientId }) => patientId);
  });

async function colleague(name: string): Promise<Actor> {
  const { admin } = database;
  const actor = await newColleague(owner, "clinician", name);
  await admin`insert into user_account (id, display_name) values (${actor.userId}, ${name})`;
  await admin`insert into membership (id, clinic_id, user_id, role)
    values (${actor.membershipId}, ${actor.clinicId}, ${actor.userId}, 'clinician')`;
  return actor;
}

test("a clinician who left is named on each of their patients until these are handed over", async () => {
  const bo = await colleague("Bo Leaver");
  const theirs = await registered(bo);
  const mine = await registered(owner, { givenName: "Ola", familyName: "Berg" });
  expect((await listTeam(owner)).map(({ patients }) => patients)).toEqual([1, 1]);
  expect((await listCaseload(owner, { reason: "membership_expiring" })).rows).toEqual([]);

  expect(await endMembership(owner, bo.membershipId)).toEqual({ ok: true });
  expect(await due()).toEqual([theirs]);
  const { rows } = await listCaseload(owner, { reason: "membership_expiring" });
  expect(rows.map(({ patientId }) => patientId)).toEqual([theirs]);

  expect(await handOver(owner, theirs, { toId: owner.membershipId, note: null })).toEqual({ ok: true });
  expect((await listCaseload(owner, { reason: "membership_expiring" })).rows).toEqual([]);
  expect((await listCaseload(owner, { mine: true })).rows.map(({ patientId }) => patientId).sort()).toEqual(
    [theirs, mine].sort(),
  );
});

test("other thresholds make every open row due, the same ones none", async () => {
  const patientId = await registered(owner);
  await adoptRuleSet(owner, null, ada);
  expect(await due()).toEqual([]);
  const { number } = await saveRuleSet(owner, { sign_valid_days: 21 });
  expect(await due()).toEqual([]);
  await adoptRuleSet(owner, number, ada);
  expect(await due()).toEqual([patientId]);
  await listCaseload(owner, {});
  expect(await due()).toEqual([]);
});

test("another time zone makes every open row due, another name none", async () => {
  const patientId = await registered(owner);
  const clinic = (await readClinic(owner))!;
  const { country: _country, ...settings } = clinic;
  await updateClinic(owner, { ...settings, name: "Mill Lane" });
  expect(await due()).toEqual([]);
  await updateClinic(owner, { ...settings, version: settings.version + 1, timeZone: "Pacific/Auckland" });
  expect(await due()).toEqual([patientId]);
});
