/** Migrates the database of the environment and refuses a login that must not serve; its last line says why. */
import { migrate } from "@/db/migrate";
import { assertLoginRole } from "@/db/roles";

try {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set.");
  const { applied } = await migrate(process.env.DATABASE_OWNER_URL || url);
  // The embedded engine has one login, a superuser: row-level security guards against bugs only there.
  if (process.env.DATABASE_ENGINE !== "embedded") await assertLoginRole(url);
  console.log(applied === 0 ? "The schema is current." : `${applied} migrations applied.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
