import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { remindersOf } from "@/db/reminder";
import { homeSession } from "@/db/schema/home-session";
import { holdOverlay } from "@/db/schema/visit";
import { endSubscription, translateSubscriptions } from "@/db/subscription";
import { draftVisit, workedCases } from "@/db/testing/worked-case";
import { newId } from "@/domain/new-id";
import { FLAGS } from "@/domain/vocabulary/flags";
import { at, DAY, type Reminded, reminderBench } from "./testing/reminded";

const bench = reminderBench();
const { ask, reminded, round, receivers } = bench;

describe("a reminder", () => {
  test("comes once, from the chosen hour of a planned day, again the next day, and not on a day of rest", async () => {
    const { email, patient } = await reminded();
    await round("17:59");
    expect(receivers()).toEqual([]);
    await round("18:00");
    await round("18:01");
    await round("20:59");
    expect(receivers()).toEqual([email]);
    expect(await remindersOf(patient)).toEqual({ hour: 18, address: email, lastSentOn: DAY, failure: null });
    await round("18:00", "2026-02-17");
    expect(receivers()).toEqual([email, email]);
    // A day of rest in this plan.
    await round("18:00", "2026-02-18");
    expect(receivers()).toEqual([email, email]);
  });

  test("says that there is something to do, where, and how to end it; nothing clinical", async () => {
    const { patient } = await reminded();
    await round("18:00");
    const [mail] = bench.catcher.mails;
    if (!mail) throw new Error("no mail");
    expect(mail.text).toContain("Your exercises for today are in your plan:\r\nhttp://localhost:3000/my\r\n");
    expect(mail.text).toMatch(/Switch them off here:\r\nhttp:\/\/localhost:3000\/reminders\/[\w-]{43}\r\n/);
    expect(mail.headers).toMatch(/^List-Unsubscribe: <http:\/\/localhost:3000\/api\/reminders\/[\w-]{43}>\r?$/m);
    expect(mail.headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(mail.headers).toMatch(/^From: Harbour Street <plan@clinic\.example>\r?$/m);
    expect(mail.headers).toMatch(/^Content-Type: text\/plain; charset=utf-8\r?$/m);
    const all = `${mail.headers}\n${mail.text}`.toLowerCase();
    expect(FLAGS.filter(({ name }) => all.includes(name.toLowerCase()))).toEqual([]);
    for (const word of [patient.patientId, "release", "foam", "stretch", "pain", "case c01"])
      expect(all).not.toContain(word);
  });

  test("is in the patient's language", async () => {
    await reminded({ language: "es" });
    await round("18:00");
    expect(bench.catcher.mails[0]?.text).toContain("Sus ejercicios de hoy están en su plan:");
  });

  test("follows the patient to another language, and nobody else", async () => {
    const { patient, email } = await reminded();
    const neighbour = await reminded();
    await translateSubscriptions(patient, "es");
    await round("18:00");
    const said = new Map(bench.catcher.mails.map(({ to, text }) => [to, text]));
    expect(said.get(email)).toContain("Sus ejercicios de hoy están en su plan:");
    expect(said.get(neighbour.email)).toContain("Your exercises for today are in your plan:");
  });

  test("asked for after its hour begins the next day, also with the hour moved back and forth", async () => {
    const { patient, email } = await reminded();
    await endSubscription(patient, "reminder");
    await ask(patient, 18, { now: at("18:30")() });
    await round("18:31");
    expect(receivers()).toEqual([]);
    await round("18:00", "2026-02-17");
    await ask(patient, 20, { now: at("18:30", "2026-02-17")() });
    await endSubscription(patient, "reminder");
    await ask(patient, 20, { now: at("18:40", "2026-02-17")() });
    await round("20:00", "2026-02-17");
    expect(receivers()).toEqual([email]);
  });

  test("three hours late is too late", async () => {
    await reminded();
    await round("21:00");
    expect(receivers()).toEqual([]);
  });

  test("goes to the clinic's address of someone whose account has none", async () => {
    const { patient, place } = await reminded();
    await bench.database.admin`update user_account set email = null where id = ${patient.userId}`;
    await round("18:00");
    expect(await remindersOf(patient)).toMatchObject({ address: null, failure: { kind: "no_address", on: DAY } });
    await bench.database.admin`update patient set email = ${"home@example.org"} where id = ${place.patientId}`;
    await round("18:00", "2026-02-17");
    expect(receivers()).toEqual(["home@example.org"]);
  });
});

describe("no reminder", () => {
  const inClinic = (work: Parameters<typeof transaction<unknown>>[1]) => transaction(bench.clinician, work);
  const reasons: [string, (reminded: Reminded) => Promise<unknown>][] = [
    [
      "on hold",
      async ({ place }) => {
        const { visitId } = await draftVisit(bench.clinician, place.patientId, workedCases()[0]!.visits[0]!, 70);
        await inClinic((tx) =>
          tx.insert(holdOverlay).values({
            ...{ clinicId: bench.clinician.clinicId, id: newId(), visitId, flag: "cauda_equina_suspected" },
            ...{ patientId: place.patientId, episodeId: place.episodeId, setById: bench.clinician.membershipId },
          }),
        );
      },
    ],
    [
      "once the episode is closed",
      ({ place }) => bench.database.admin`update episode set closed_on = ${"2026-02-14"} where id = ${place.episodeId}`,
    ],
    [
      "to someone on paper",
      ({ place }) => bench.database.admin`update patient set mode = 'paper' where id = ${place.patientId}`,
    ],
    [
      "without a running plan",
      ({ assigned }) => bench.database.admin`update plan set ended_on = ${"2026-02-14"} where id = ${assigned.planId}`,
    ],
    [
      "after that day's session was logged",
      ({ place, assigned }) =>
        inClinic((tx) =>
          tx.insert(homeSession).values({
            ...{ clinicId: bench.clinician.clinicId, id: newId(), ...place, planVersionId: assigned.versionId },
            ...{ performedOn: DAY, outcome: "partly", source: "phone", receivedAt: at("08:00")() },
          }),
        ),
    ],
    ["after switching off", ({ patient }) => endSubscription(patient, "reminder")],
    [
      "to an account that was closed",
      ({ patient }) =>
        bench.database.admin`update membership set disabled_at = now() where id = ${patient.membershipId}`,
    ],
  ];
  test.each(reasons)("%s, while a neighbour's goes out", async (_, arrange) => {
    const one = await reminded();
    const neighbour = await reminded();
    await arrange(one);
    await round("18:00");
    expect(receivers()).toEqual([neighbour.email]);
  });
});
