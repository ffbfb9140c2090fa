/** A migrated embedded database to copy from: making one takes seconds, copying it a moment. */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CACHE = join(ROOT, "node_modules", ".cache", "counterpoise");

/** Copies a database with the schema of today into the empty data folder `target`. */
export async function copyTemplate(target: string): Promise<void> {
  const template = join(CACHE, `embedded-${fingerprint()}`);
  if (!existsSync(template)) await makeTemplate(template);
  cpSync(join(template, "database"), join(target, "database"), { recursive: true });
}

/** Two test files may make it at the same time: the first one in place stays. */
async function makeTemplate(template: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const aside = mkdtempSync(join(CACHE, "making-"));
  const database = await openEmbedded(aside);
  await migrate(database.url);
  await database.close();
  try {
    renameSync(aside, template);
  } catch (error) {
    rmSync(aside, { recursive: true });
    if (!existsSync(template)) throw error;
  }
}

/** Changes with the migrations, with what makes the roles, and with the engine. */
function fingerprint(): string {
  const hash = createHash("sha256").update(createRequire(import.meta.url).resolve("@electric-sql/pglite"));
  const migrations = join(ROOT, "db", "migrations");
  const files = readdirSync(migrations).filter((name) => name.endsWith(".sql"));
  const lockFile = join(ROOT, "package-lock.json");
  const read = [...files.sort().map((name) => join(migrations, name)), join(ROOT, "db", "roles.ts"), lockFile];
  for (const path of read) hash.update(readFileSync(path));
  return hash.digest("hex").slice(0, 16);
}
