/** Where drizzle-kit finds the tables and keeps the migrations; what it can't express is added to them by hand. */
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/*.ts",
  out: "./db/migrations",
  casing: "snake_case",
  migrations: { schema: "drizzle", table: "__drizzle_migrations" },
});
