import { describe, expect, test } from "vitest";
import { POST } from "@/app/api/reminders/[token]/route";
import { claimReminder, remindersOf } from "@/db/reminder";
import { dayIn } from "@/domain/clinic-clock";
import { sendDueReminders, startReminderRounds } from "./rounds";
import { at, DAY, reminderBench } from "./testing/reminded";

const bench = reminderBench();
const { reminded, round, receivers } = bench;

describe("a mail server in trouble", () => {
  test("that can't be reached is asked again after 5, 15 and 45 minutes, and the patient can read of it", async () => {
    const { patient, email } = await reminded();
    bench.catcher.behave("postpone");
    for (const time of ["18:00", "18:01", "18:04"]) await round(time);
    expect(await remindersOf(patient)).toMatchObject({
      lastSentOn: null,
      failure: { kind: "unreachable", on: DAY, isTriedAgain: true },
    });
    bench.catcher.behave("take");
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
    bench.catcher.behave("postpone");
    for (const time of ["18:00", "18:05", "18:20", "19:05"]) await round(time);
    expect(await remindersOf(patient)).toMatchObject({ failure: { kind: "unreachable", isTriedAgain: false } });
    bench.catcher.behave("take");
    await round("20:30");
    expect(receivers()).toEqual([]);
  });

  test("that refuses the address isn't asked again that day", async () => {
    const { patient } = await reminded();
    bench.catcher.behave("refuse");
    await round("18:00");
    expect(await remindersOf(patient)).toMatchObject({ failure: { kind: "refused", isTriedAgain: false } });
    bench.catcher.behave("take");
    await round("19:00");
    expect(receivers()).toEqual([]);
  });

  test("that hangs up while the message is on its way may have it: it isn't sent twice", async () => {
    const { patient } = await reminded();
    bench.catcher.behave("hang-up");
    await round("18:00");
    expect(await remindersOf(patient)).toMatchObject({ failure: { kind: "unsure", isTriedAgain: false } });
    bench.catcher.behave("take");
    await round("19:00");
    expect(receivers()).toEqual([]);
  });

  test("that isn't there ends the round, and the next one asks for everybody else", async () => {
    const people = [await reminded(), await reminded()];
    const gone = { ...bench.server, deliver: async () => "unreachable" as const };
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
    await bench.database.admin`update subscription set hour = ${hour}, tried_on = null
      where membership_id = ${patient.membershipId}`;
    // Due now whatever day this test runs on.
    await bench.database.admin.unsafe(`begin; set local session_replication_role = replica;
      update plan_item set from_on = '${dayIn("Europe/London", now)}' where patient_id = '${patient.patientId}'; commit`);
    const rounds = startReminderRounds(10);
    await expect.poll(receivers, { timeout: 5_000 }).toEqual([email]);
    await rounds?.stop();
    await bench.database.admin`update subscription set tried_on = null where membership_id = ${patient.membershipId}`;
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
    await bench.database.admin`update subscription set token_hash = ${`old ${one.email}`}
      where membership_id = ${one.patient.membershipId}`;
    await round("18:00");
    const mail = bench.catcher.mails.find(({ to }) => to === one.email);
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
