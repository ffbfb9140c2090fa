/** The database of a test file: migrated, empty, on the engine that TEST_ENGINE names, gone afterwards. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, inject } from "vitest";
import { closeDatabase } from "@/db/client";
import { openConnection } from "@/db/connection";
import { connectionOf } from "@/db/connection-url";
import { openEmbedded } from "@/db/embedded";
import type { Target } from "@/db/lease";
import { migrate } from "@/db/migrate";
import { initialiseServer } from "@/db/roles";
import { type Cluster, startCluster } from "./cluster";
import { copyTemplate } from "./embedded-template";

export type TestDatabase = {
  /** What the app connects as; `transaction()` of db/client.ts goes there too. */
  target: Target;
  /** Owner of the tables, for migrations. */
  ownerUrl: string;
  /** Bypasses row-level security: arranges, and sees what is really there. */
  admin: Sql;
  /** Null on the embedded engine and on a server that isn't ours to restart. */
  cluster: Cluster | null;
};

export const engine = process.env.TEST_ENGINE === "embedded" ? "embedded" : "server";
const isMissing = () => engine === "server" && !process.env.TEST_DATABASE_URL && inject("postgresFolder") === null;

/** Registers start and end with the test file; the returned object is filled when its tests run. */
export function testDatabase(): TestDatabase {
  const database = {} as TestDatabase;
  let stop: () => Promise<void> = async () => {};
  beforeAll(async () => {
    if (isMissing()) return;
    const started = await (engine === "embedded" ? startEmbedded() : startServer());
    stop = started.stop;
    Object.assign(database, started.database);
    // The query modules under test read the same environment as the app.
    process.env.DATABASE_ENGINE = started.database.target.engine;
    process.env.DATABASE_URL = started.database.target.url;
  });
  beforeEach(({ skip }) => skip(isMissing(), "no PostgreSQL on this machine"));
  afterAll(async () => {
    await closeDatabase();
    await stop();
  });
  return database;
}

type Started = { database: TestDatabase; stop: () => Promise<void> };

async function startEmbedded(): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), "cp-db-"));
  await copyTemplate(folder);
  const embedded = await openEmbedded(folder);
  const admin = adminConnection(embedded.url);
  return {
    database: {
      target: { engine: "embedded", url: embedded.url },
      ownerUrl: embedded.url,
      admin,
      cluster: null,
    },
    stop: async () => {
      await admin.end({ timeout: 1 });
      await embedded.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startServer(): Promise<Started> {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given ? null : await startCluster(inject("postgresFolder") ?? "");
  const adminUrl = given ?? cluster?.adminUrl ?? "";
  const name = `cp_test_${randomBytes(5).toString("hex")}`;
  const { appUrl, ownerUrl } = await initialiseServer(adminUrl, { name });
  await migrate(ownerUrl);
  const inside = new URL(adminUrl);
  inside.pathname = `/${name}`;
  const admin = adminConnection(inside.href);
  return {
    database: { target: { engine: "server", url: appUrl }, ownerUrl, admin, cluster },
    stop: async () => {
      await admin.end({ timeout: 1 });
      if (cluster) await cluster.stop();
      else await dropDatabase(adminUrl, name);
    },
  };
}

/** Unlike the app's connections it may reopen, as after a restart. */
function adminConnection(url: string): Sql {
  return postgres(...connectionOf(url, { max: 1, onnotice: () => {} }));
}

async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const { sql, close } = openConnection(adminUrl);
  try {
    await sql.unsafe(`drop database if exists ${name} with (force)`);
    await sql.unsafe(`drop role if exists ${name}_app, ${name}_owner`);
  } finally {
    await close();
  }
}
