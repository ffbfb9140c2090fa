/**
 * The unit tests, and the database tests once per engine.
 *
 * Database tests are `db/**` and any `*.db.test.ts`; TEST_ENGINE tells them which engine to ask of db/testing.
 */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const DATABASE = ["db/**/*.test.ts", "**/*.db.test.ts"];
const NEVER = ["**/.bench/**", "node_modules/**", ".next/**", "e2e/**"];

const database = (engine: "embedded" | "postgres") => ({
  extends: true as const,
  test: {
    name: engine,
    include: DATABASE,
    exclude: NEVER,
    env: { TEST_ENGINE: engine },
    globalSetup: engine === "postgres" ? [here("./db/testing/postgres-setup.ts")] : [],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  resolve: {
    alias: [
      // The marker package throws outside React's server build; these tests are the server.
      { find: /^server-only$/, replacement: here("./node_modules/server-only/empty.js") },
      { find: /^@\//, replacement: here("./") },
    ],
  },
  test: {
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 15_000,
    env: {
      AUTH_SECRET: "a-secret-that-only-the-tests-know-of",
      SIGNING_KEYS: "test:dGhlLXRlc3RzLXNpZ24td2l0aC10aGlzLWtleS0wMDE=",
      APP_URL: "http://localhost:3000",
    },
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["**/*.test.ts", "**/*.test.tsx"], exclude: [...NEVER, ...DATABASE] },
      },
      database("embedded"),
      database("postgres"),
    ],
  },
});
