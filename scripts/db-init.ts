/** `npm run db:init -- ADMIN_URL [DATABASE]`: roles, database and logins on a PostgreSQL server; prints the two URLs. */
import { initialiseServer } from "@/db/roles";
import { reasonOf } from "./reason-of";

const words = process.argv.slice(2);
const [adminUrl, name] = words.filter((word) => !word.startsWith("--"));

try {
  if (!adminUrl) throw new Error("Usage: npm run db:init -- ADMIN_URL [DATABASE] [--reset-passwords]");
  const logins = await initialiseServer(adminUrl, { name, resetPasswords: words.includes("--reset-passwords") });
  console.log(`DATABASE_URL=${logins.appUrl}`);
  console.log(`DATABASE_OWNER_URL=${logins.ownerUrl}`);
  if (!logins.passwordsAreNew) {
    console.log("The logins existed already: PASSWORD stands for theirs. New ones: add --reset-passwords.");
  }
} catch (error) {
  console.error(reasonOf(error));
  process.exit(1);
}
