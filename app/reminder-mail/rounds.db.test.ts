import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST } from "@/app/api/reminders/[token]/route";
import { reminderLinks } from "@/auth/one-time-link";
import { preTenantTransaction, transaction } from "@/db/client";
import { claimReminder, remindersOf, startReminders } from "@/db/reminder";
import { membership, userAccount } from "@/db/schema/account";
import { homeSession } from "@/db/schema/home-session";
import { holdOverlay } from "@/db/schema/visit";
import type { Actor } from "@/db/scope";
import { endSubscription } from "@/db/subscription";
import { type AssignedPlan, assignRows, type PatientActor } from "@/db/testing/assigned-plan";
import { testDatabase } from "@/db/testing/database";
import { newTestClinic } from "@/db/testing/founded-clinic";
import { createPatientOf, draftVisit, workedCases } from "@/db/testing/worked-case";
import { dayIn } from "@/domain/clinic-clock";
import { newId } from "@/domain/new-id";
import { FLAGS } from "@/domain/vocabulary/flags";
import { type MailServer, mailServer } from "./mail-server";
import { sendDueReminders, startReminderRounds } from "./rounds";
import { catchMail, type MailCatcher } from "./testing/mail-catcher";

const database = testDatabase();
let catcher: MailCatcher;
let server: MailServer;
let clinician: Actor;
let count = 900;

beforeAll(async () => {
  catcher = await catchMail();
  process.env.SMTP_URL = catcher.url;
  process.env.MAIL_FROM = "Harbour Street <plan@clinic.example>";
  clinician = (await newTestClinic()).owner;
  const set = mailServer();
  if (set === null) throw new Error("no mail server");
  server = set;
});
afterAll(() => catcher.close());
beforeEach(async () => {
  // Each test has its own patients; whoever came before asked for nothing more.
  await database.admin`update subscription set ended_at = now()`;
  catcher.mails.length = 0;
  catcher.behave("take");
});

/** London in winter, so the clinic's clock is UTC's. */
const DAY = "2026-02-16";
const at =
  (time: string, day = DAY) =>
  () =>
    new Date(`${day}T${time}:00Z`);
const NOON = at("12:00", "2026-02-15");

type Reminded = {
  patient: PatientActor;
  place: { patientId: string; episodeId: string };
  assigned: AssignedPlan;
  email: string;
};

/** Someone with a plan and an account, who asks on the Sunday for reminders from six in the evening. */
async function reminded({ language = "en" } = {}): Promise<Reminded> {
  const number = ++count;
  const place = await createPatientOf(clinician, workedCases()[0]!, number);
  const assigned = await assignRows(clinician, place, {
    id: "release_quad_dominant",
    phase: "release",
    on: "2026-02-12",
  });
  const email = `p${number}@example.org`;
  const ids = { userId: newId(), membershipId: newId() };
  await preTenantTransaction(async (tx) => {
    await tx.insert(userAccount).values({ id: ids.userId, email, displayName: "Case" });
    await tx.insert(membership).values({
      ...{ id: ids.membershipId, clinicId: clinician.clinicId, userId: ids.userId },
      ...{ role: "patient", patientId: place.patientId },
    });
  });
  const patient: PatientActor = {
    ...{ ...ids, clinicId: clinician.clinicId, patientId: place.patientId },
    ...{ role: "patient", loginId: newId(), aal: 1 },
  };
  await ask(patient, 18, language);
  return { patient, place, assigned, email };
}

async function ask(patient: PatientActor, hour: number, language = "en", now = NOON()) {
  const id = newId();
  const { tokenHash } = reminderLinks(id)!;
  await startReminders(patient, { id, tokenHash, hour, language }, now);
  return id;
}

const round = (time: string, day?: string) => sendDueReminders(server, { now: at(time, day) });
const receivers = () => catcher.mails.map(({ to }) => to);

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
    const [mail] = catcher.mails;
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
    expect(catcher.mails[0]?.text).toContain("Sus ejercicios de hoy están en su plan:");
  });

  test("asked for after its hour begins the next day, also with the hour moved back and forth", async () => {
    const { patient, email } = await reminded();
    await endSubscription(patient, "reminder");
    await ask(patient, 18, "en", at("18:30")());
    await round("18:31");
    expect(receivers()).toEqual([]);
    await round("18:00", "2026-02-17");
    await ask(patient, 20, "en", at("18:30", "2026-02-17")());
    await endSubscription(patient, "reminder");
    await ask(patient, 20, "en", at("18:40", "2026-02-17")());
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
    await database.admin`update user_account set email = null where id = ${patient.userId}`;
    await round("18:00");
    expect(await remindersOf(patient)).toMatchObject({ address: null, failure: { kind: "no_address", on: DAY } });
    await database.admin`update patient set email = ${"home@example.org"} where id = ${place.patientId}`;
    await round("18:00", "2026-02-17");
    expect(receivers()).toEqual(["home@example.org"]);
  });
});

describe("no reminder", () => {
  const inClinic = (work: Parameters<typeof transaction<unknown>>[1]) => transaction(clinician, work);
  const reasons: [string, (reminded: Reminded) => Promise<unknown>][] = [
    [
      "on hold",
      async ({ place }) => {
        const { visitId } = await draftVisit(clinician, place.patientId, workedCases()[0]!.visits[0]!, 70);
        await inClinic((tx) =>
          tx.insert(holdOverlay).values({
            ...{ clinicId: clinician.clinicId, id: newId(), visitId, flag: "cauda_equina_suspected" },
            ...{ patientId: place.patientId, episodeId: place.episodeId, setById: clinician.membershipId },
          }),
        );
      },
    ],
    [
      "once the episode is closed",
      ({ place }) => database.admin`update episode set closed_on = ${"2026-02-14"} where id = ${place.episodeId}`,
    ],
    [
      "to someone on paper",
      ({ place }) => database.admin`update patient set mode = 'paper' where id = ${place.patientId}`,
    ],
    [
      "without a running plan",
      ({ assigned }) => database.admin`update plan set ended_on = ${"2026-02-14"} where id = ${assigned.planId}`,
    ],
    [
      "after that day's session was logged",
      ({ place, assigned }) =>
        inClinic((tx) =>
          tx.insert(homeSession).values({
            ...{ clinicId: clinician.clinicId, id: newId(), ...place, planVersionId: assigned.versionId },
            ...{ performedOn: DAY, outcome: "partly", source: "phone", receivedAt: at("08:00")() },
          }),
        ),
    ],
    ["after switching off", ({ patient }) => endSubscription(patient, "reminder")],
    [
      "to an account that was closed",
      ({ patient }) => database.admin`update membership set disabled_at = now() where id = ${patient.membershipId}`,
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

describe("a mail server in trouble", () => {
  test("that can't be reached is asked again after 5, 15 and 45 minutes, and the patient can read of it", async () => {
    const { patient, email } = await reminded();
    catcher.behave("postpone");
    for (const time of ["18:00", "18:01", "18:04"]) await round(time);
    expect(await remindersOf(patient)).toMatchObject({
      lastSentOn: null,
      failure: { kind: "unreachable", on: DAY, isTriedAgain: true },
    });
    catcher.behave("take");
    await round("18:04");
    expect(receivers()).toEqual([]);
    await round("18:05");
    expect(receivers()).toEqual([email]);
    expect(await remindersOf(patient)).toMatchObject({ lastSentOn: DAY, failure: null });
    await round("18:30");
    expect(receivers()).toEqual([email]);
  });

  test("is given up for the day after the fourth try", async () => {
    const { patient } = await reminded();
    catcher.behave("postpone");
    for (const time of ["18:00", "18:05", "18:20", "19:05"]) await round(time);
    expect(await remindersOf(patient)).toMatchObject({ failure: { kind: "unreachable", isTriedAgain: false } });
    catcher.behave("take");
    await round("20:30");
    expect(receivers()).toEqual([]);
  });

  test("that refuses the address isn't asked again that day", async () => {
    const { patient } = await reminded();
    catcher.behave("refuse");
    await round("18:00");
    expect(await remindersOf(patient)).toMatchObject({ failure: { kind: "refused", isTriedAgain: false } });
    catcher.behave("take");
    await round("19:00");
    expect(receivers()).toEqual([]);
  });

  test("that hangs up while the message is on its way may have it: it isn't sent twice", async () => {
    const { patient } = await reminded();
    catcher.behave("hang-up");
    await round("18:00");
    expect(await remindersOf(patient)).toMatchObject({ failure: { kind: "unsure", isTriedAgain: false } });
    catcher.behave("take");
    await round("19:00");
    expect(receivers()).toEqual([]);
  });

  test("that isn't there ends the round, and the next one asks for everybody else", async () => {
    const people = [await reminded(), await reminded()];
    const gone = { ...server, deliver: async () => "unreachable" as const };
    expect(await sendDueReminders(gone, { now: at("18:00") })).toBe(0);
    await round("18:01");
    expect(receivers()).toHaveLength(1);
    await round("18:05");
    expect(receivers().sort()).toEqual(people.map(({ email }) => email).sort());
  });
});

describe("exactly once", () => {
  test("a server that died after its claim leaves that day without, never with two", async () => {
    const { email } = await reminded();
    expect(await claimReminder(at("18:00")())).not.toBeNull();
    await round("18:30");
    expect(receivers()).toEqual([]);
    await round("18:00", "2026-02-17");
    expect(receivers()).toEqual([email]);
  });

  test("four servers at once send each person one", async () => {
    const people = await Promise.all([reminded(), reminded(), reminded(), reminded(), reminded()]);
    await Promise.all([1, 2, 3, 4].map(() => round("18:00")));
    expect(receivers().sort()).toEqual(people.map(({ email }) => email).sort());
  });

  test("what runs beside the app sends by itself and begins nothing after it was stopped", async () => {
    const { patient, email } = await reminded();
    const now = new Date();
    const hour = Number(
      new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", hourCycle: "h23" }).format(now),
    );
    await database.admin`update subscription set hour = ${hour}, tried_on = null
      where membership_id = ${patient.membershipId}`;
    // Due now whatever day this test runs on.
    await database.admin`update plan_item set from_on = ${dayIn("Europe/London", now)} where patient_id = ${patient.patientId}`;
    const rounds = startReminderRounds(10);
    await expect.poll(receivers, { timeout: 5_000 }).toEqual([email]);
    await rounds?.stop();
    await database.admin`update subscription set tried_on = null where membership_id = ${patient.membershipId}`;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(receivers()).toEqual([email]);
  });
});

describe("the mail's own way out", () => {
  const post = (address: string) =>
    POST(new Request(address, { method: "POST", body: "List-Unsubscribe=One-Click" }), {
      params: Promise.resolve({ token: address.split("/").at(-1) ?? "" }),
    });

  test("ends the reminders of its owner alone, without a login, and answers a stranger's the same", async () => {
    const one = await reminded();
    const other = await reminded();
    // As after the server was given another secret: what is stored no longer fits the mails to come.
    await database.admin`update subscription set token_hash = ${`old ${one.email}`}
      where membership_id = ${one.patient.membershipId}`;
    await round("18:00");
    const mail = catcher.mails.find(({ to }) => to === one.email);
    const address = /List-Unsubscribe: <([^>]+)>/.exec(mail?.headers ?? "")?.[1] ?? "";
    const known = await post(address);
    const unknown = await post(`http://localhost:3000/api/reminders/${"x".repeat(43)}`);
    expect([known.status, unknown.status]).toEqual([200, 200]);
    expect((await remindersOf(one.patient)).hour).toBeNull();
    expect((await remindersOf(other.patient)).hour).toBe(18);
    await round("18:00", "2026-02-17");
    expect(receivers()).toEqual([expect.anything(), expect.anything(), other.email]);
  });
});
