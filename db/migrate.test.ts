/** Migrations run once whoever starts, by the tables' owner; the app's login can't bypass its walls. */
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { preTenantTransaction } from "@/db/client";
import { openConnection } from "@/db/connection";
import { assertMigrated, migrate, pendingMigrations } from "@/db/migrate";
import { migrationVersion } from "@/db/migration-version";
import journal from "@/db/migrations/meta/_journal.json" with { type: "json" };
import { assertLoginRole, initialiseServer } from "@/db/roles";
import { engine, testDatabase } from "@/db/testing/database";

const testing = testDatabase();
const names = journal.entries.map(({ tag }) => tag);
const applied = async () => (await testing.admin`select hash from drizzle.__drizzle_migrations order by id`).length;

/** A database of its own on the same server, so that it can start from nothing. */
const created: string[] = [];
async function emptyDatabase(name: string) {
  const admin = testing.cluster?.adminUrl ?? process.env.TEST_DATABASE_URL ?? "";
  created.push(name);
  return { ...(await initialiseServer(admin, { name })), adminUrl: admin };
}
afterAll(async () => {
  for (const name of created) {
    await testing.admin.unsafe(`drop database if exists ${name} with (force)`);
    await testing.admin.unsafe(`drop role if exists ${name}_app, ${name}_owner`);
  }
});

test("a second run changes nothing, and readiness agrees", async () => {
  expect(await migrate(testing.ownerUrl)).toEqual({ applied: 0 });
  expect(await applied()).toBe(names.length);
  expect(await migrationVersion()).toEqual({ applied: names.at(-1), expected: names.at(-1), isCurrent: true });
});

test("a database of a newer version is refused in one line, and readiness is false", async () => {
  const later = Date.now() + 1e9;
  await testing.admin`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${later})`;
  await expect(migrate(testing.ownerUrl)).rejects.toThrow(/newer version of Counterpoise/);
  expect((await migrationVersion()).isCurrent).toBe(false);
  await testing.admin`delete from drizzle.__drizzle_migrations where hash = 'later'`;
});

test("readiness can't change what it reads", async () => {
  const tampering = preTenantTransaction((tx) => tx.execute(sql`delete from drizzle.__drizzle_migrations`));
  await expect(tampering).rejects.toMatchObject({ code: "42501" });
});

test.runIf(engine === "server")("of three starters at once one migrates and the others wait for it", async () => {
  const { ownerUrl } = await emptyDatabase("cp_test_starters");
  const runs = await Promise.all([1, 2, 3].map(() => migrate(ownerUrl)));
  expect(runs.map((run) => run.applied).sort()).toEqual([0, 0, names.length]);
});

test.runIf(engine === "server")(
  "a migration killed midway leaves nothing, and the next start completes it",
  async () => {
    const { ownerUrl, adminUrl } = await emptyDatabase("cp_test_killed");
    const blocking = new URL(adminUrl);
    blocking.pathname = "/cp_test_killed";
    const blocker = openConnection(blocking.href);
    // An uncommitted table of the same name holds the migration up in its middle.
    await blocker.sql.unsafe("begin; create table visit_draft_field ()");
    const outcome = migrate(ownerUrl).then(
      () => "completed",
      () => "killed",
    );
    const owner = new URL(ownerUrl).username;
    const killHeldUp = async () =>
      (
        await testing.admin`select pg_terminate_backend(pid) from pg_stat_activity
          where usename = ${owner} and wait_event_type = 'Lock' and query ilike '%create table "visit_draft_field"%'`
      ).length;
    await expect.poll(killHeldUp, { timeout: 10_000 }).toBe(1);
    expect(await outcome).toBe("killed");
    await blocker.sql.unsafe("rollback");
    await blocker.close();
    const { sql: inside, close } = openConnection(ownerUrl);
    expect(await inside`select relname from pg_class where relnamespace = 'public'::regnamespace`).toEqual([]);
    expect(await pendingMigrations((text) => inside.unsafe(text))).toEqual(names);
    await close();
    expect(await migrate(ownerUrl)).toEqual({ applied: names.length });
  },
);

test.runIf(engine === "server")("the app's login passes; the owner and the administrator are refused", async () => {
  await assertLoginRole(testing.target.url);
  await expect(assertLoginRole(testing.ownerUrl)).rejects.toThrow(/no member of app_rt/);
  const admin = new URL(testing.cluster?.adminUrl ?? process.env.TEST_DATABASE_URL ?? "");
  await expect(assertLoginRole(admin.href)).rejects.toThrow(/can bypass row-level security/);
});

test.runIf(engine === "server")("a login that may become one that bypasses is refused as well", async () => {
  const login = new URL(testing.target.url).username;
  await testing.admin.unsafe(`create role cp_test_backup bypassrls; grant cp_test_backup to ${login}`);
  await expect(assertLoginRole(testing.target.url)).rejects.toThrow(/cp_test_backup/);
  await testing.admin.unsafe(`drop role cp_test_backup`);
  const owner = new URL(testing.ownerUrl).username;
  await testing.admin.unsafe(`grant ${owner} to ${login}`);
  await expect(assertLoginRole(testing.target.url)).rejects.toThrow(/owns the tables/);
  await testing.admin.unsafe(`revoke ${owner} from ${login}`);
});

test.runIf(engine === "server")(
  "db:init repeated keeps logins and data, and resets passwords only when asked",
  async () => {
    const first = await emptyDatabase("cp_test_init");
    await migrate(first.ownerUrl);
    const again = await initialiseServer(first.adminUrl, { name: "cp_test_init" });
    expect(again).toMatchObject({ passwordsAreNew: false });
    expect(new URL(again.appUrl).password).toBe("PASSWORD");
    const reset = await initialiseServer(first.adminUrl, { name: "cp_test_init", resetPasswords: true });
    expect(reset.passwordsAreNew).toBe(true);
    expect(new URL(reset.appUrl).password).not.toBe(new URL(first.appUrl).password);
    expect(await migrate(reset.ownerUrl)).toEqual({ applied: 0 });
    await expect(initialiseServer(first.adminUrl, { name: 'x"; drop role postgres' })).rejects.toThrow(/database name/);
  },
);

test.runIf(engine === "server")("knowing the app's login only, a start refuses what is not migrated yet", async () => {
  await assertMigrated(testing.target.url);
  const { appUrl, ownerUrl } = await emptyDatabase("cp_test_waiting");
  await expect(assertMigrated(appUrl)).rejects.toThrow(/set DATABASE_OWNER_URL/);
  await migrate(ownerUrl);
  await assertMigrated(appUrl);
});
