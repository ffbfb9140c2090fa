/** Where drizzle-kit finds the tables and keeps the migrations; what it can't express is added to them by hand. */
import { defineConfig } from "drizzle-kit";

/** For the table browser alone; a folder as host is a Unix socket. On a server row-level security shows it no rows. */
function credentials() {
  const text = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;
  if (!text) return undefined;
  const url = new URL(text);
  return {
    host: url.searchParams.get("host") ?? url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  };
}

const dbCredentials = credentials();

export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/*.ts",
  out: "./db/migrations",
  casing: "snake_case",
  migrations: { schema: "drizzle", table: "__drizzle_migrations" },
  ...(dbCredentials && { dbCredentials }),
});
