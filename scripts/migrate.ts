/** Migrates the database of the environment and refuses a login that must not serve; its last line says why. */
import { assertMigrated, migrate } from "@/db/migrate";
import { assertLoginRole } from "@/db/roles";
import { reasonOf } from "./reason-of";

async function prepare(env: NodeJS.ProcessEnv): Promise<string> {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = env;
  if (!url) throw new Error("DATABASE_URL is not set.");
  const isEmbedded = env.DATABASE_ENGINE === "embedded";
  if (isEmbedded || ownerUrl) {
    const { applied } = await migrate(ownerUrl || url);
    // The embedded engine has one login, a superuser: row-level security guards against bugs only there.
    if (!isEmbedded) await assertLoginRole(url);
    return applied === 0 ? "The schema is current." : `${applied} migrations applied.`;
  }
  await assertLoginRole(url);
  await assertMigrated(url);
  return "The schema is current.";
}

try {
  console.log(await prepare(process.env));
} catch (error) {
  console.error(reasonOf(error));
  process.exit(1);
}
