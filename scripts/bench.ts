/**
 * Measures a production build on a throw-away PostgreSQL, with 1,000 patients beside 20,000, and writes
 * bench/results.md, which it prints too. With `--only` it measures those parts alone, at one size, and prints their tables.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { openConnection } from "@/db/connection";
import { migrate } from "@/db/migrate";
import { initialiseServer } from "@/db/roles";
import { startCluster } from "@/db/testing/cluster";
import { findPostgres, installPostgres } from "@/db/testing/postgres-binaries";
import { workedCases } from "@/db/testing/worked-case";
import { dayIn } from "@/domain/clinic-clock";
import { buildTree, SECRETS, startApp } from "./bench/app";
import { measureBrowser } from "./bench/browser";
import { foundBenchClinic, ZONE } from "./bench/clinic";
import { measureSizes, type Place, prepareSubjects } from "./bench/measure-size";
import { enterPhonePatient } from "./bench/phone";
import { populate } from "./bench/population";
import { printed, type Results, writeResults } from "./bench/results";
import { readSql } from "./bench/sql-behind";
import { LOGGING } from "./bench/statements";
import { enterTemplates, longCourse } from "./bench/template";
import { copyTree } from "./bench/tree";

const SMALL = 1_000;
const FULL = 20_000;

const PARTS = ["load", "javascript", "typing", "phone", "sql"] as const;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({ options: { patients: { type: "string" }, only: { type: "string" } } });
const parts = values.only?.split(",") ?? PARTS;
const isPart = (part: string): part is Part => (PARTS as readonly string[]).includes(part);
if (!parts.every(isPart)) {
  console.error(`--only takes one or more of ${PARTS.join(",")}.`);
  process.exit(1);
}
const isWhole = values.only === undefined;
const asks = (part: Part): boolean => (parts as readonly string[]).includes(part);
const full = Number(values.patients ?? (isWhole ? FULL : SMALL));
if (!Number.isInteger(full) || full < SMALL || full > 1_000_000) {
  console.error(`--patients takes a whole number from ${SMALL} to 1000000.`);
  process.exit(1);
}

const binaries = findPostgres() ?? installPostgres();
if (binaries === null) {
  console.error("The benchmark needs PostgreSQL's server programs: install them, for example with apt.");
  process.exit(1);
}

const ends: (() => unknown)[] = [];
const endAll = async () => {
  for (const end of ends.splice(0).reverse()) await end();
};
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void endAll().finally(() => process.exit(130)));
}

try {
  await main(binaries);
} finally {
  await endAll();
}

async function main(folder: string): Promise<void> {
  const step = (text: string) => console.log(`${new Date().toTimeString().slice(0, 8)} ${text}`);
  step("Building a copy of the sources with pages to compare with");
  const { folder: tree, pages } = copyTree();
  await buildTree(tree);

  step("Starting PostgreSQL");
  const cluster = await startCluster(folder, [...LOGGING, "fsync=on", "shared_buffers=512MB"]);
  ends.push(cluster.stop);
  const { appUrl, ownerUrl } = await initialiseServer(cluster.adminUrl, { name: "bench" });
  await migrate(ownerUrl);
  const openAdmin = () => {
    const { sql, close } = openConnection(Object.assign(new URL(cluster.adminUrl), { pathname: "/bench" }).href);
    ends.push(close);
    return sql;
  };
  let admin = openAdmin();
  Object.assign(process.env, SECRETS, { DATABASE_ENGINE: "server", DATABASE_URL: appUrl });
  ends.push(closeDatabase);

  const today = dayIn(ZONE, new Date());
  const { actor, cookie } = await foundBenchClinic(today);
  const templates = await enterTemplates(actor, today);
  const worked = workedCases()[0] ?? unreachable();
  const record = longCourse(worked).at(-1) ?? unreachable();
  const phoneNumber = templates.short.length + 2;
  const cookies = { clinician: cookie, patient: await enterPhonePatient(actor, worked, today, phoneNumber) };
  const [place] =
    await admin`select current_setting('data_directory') as folder, current_setting('server_version') as version`;
  const database = Number(readFileSync(join(String(place?.folder), "postmaster.pid"), "utf8").split("\n")[0]);
  const scene = { actor, database, cookie: `${cookie.name}=${cookie.value}`, today, record, pages };

  const postgres = String(place?.version);
  const results: Results = {
    pages,
    postgres,
    sizes: [],
    sql: new Map(),
    scripts: new Map(),
    typing: null,
    phone: null,
  };
  const first = isWhole ? SMALL : full;
  step(`Filling the clinic to ${first} patients`);
  await populate(admin, templates, phoneNumber + 1, first);
  const subjects = await prepareSubjects(scene, phoneNumber);
  const places: Place[] = [];
  const open = async (size: number, databaseUrl: string): Promise<Place> => {
    const app = await startApp(tree, databaseUrl);
    ends.push(app.stop);
    const opened = { size, scene: { ...scene, app, databaseUrl }, subjects: structuredClone(subjects) };
    places.push(opened);
    return opened;
  };
  if (first < full) {
    step("Copying it, to be measured beside the full one");
    await admin.end();
    await closeDatabase();
    await copyDatabase(cluster.adminUrl, "bench", "bench_small");
    await open(first, Object.assign(new URL(appUrl), { pathname: "/bench_small" }).href);
    step(`Filling the clinic to ${full} patients`);
    admin = openAdmin();
    await populate(admin, templates, first + 1, full);
  }
  const whole = await open(full, appUrl);
  // A part says nothing about the others: it leaves the written results as they are.
  const write = () => (isWhole ? writeResults(results) : undefined);
  if (asks("load")) {
    step(`Measuring with ${places.map(({ size }) => size).join(" and ")} patients`);
    results.sizes = await measureSizes(places);
  }
  const inBrowser = { javascript: asks("javascript"), typing: asks("typing"), phone: asks("phone") };
  if (Object.values(inBrowser).includes(true)) {
    step("Measuring in a browser");
    Object.assign(results, await measureBrowser(whole.scene, whole.subjects, cookies, inBrowser));
  }
  // What was measured is kept even if what follows fails.
  write();
  if (asks("sql")) {
    step("Reading the SQL behind each page");
    results.sql = await readSql(whole.scene, whole.subjects, { admin, tree });
  }
  write();
  console.log(printed(results, isWhole));
}

/** Nobody may be connected to `from`. */
async function copyDatabase(adminUrl: string, from: string, to: string): Promise<void> {
  const { sql, close } = openConnection(adminUrl);
  await sql.unsafe(`create database ${to} template ${from}`);
  await close();
}

function unreachable(): never {
  throw new Error("no worked case");
}
