/** Before the tests on real PostgreSQL: says where its programs are, once. Absence fails in CI and is loud elsewhere. */
import type { TestProject } from "vitest/node";
import { findPostgres, installPostgres } from "./postgres-binaries";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the server programs; null when a server is given by TEST_DATABASE_URL, or when there is none. */
    postgresFolder: string | null;
  }
}

export default function setup(project: TestProject): void {
  const folder = process.env.TEST_DATABASE_URL ? null : (findPostgres() ?? installPostgres());
  project.provide("postgresFolder", folder);
  if (folder !== null || process.env.TEST_DATABASE_URL) return;
  const message =
    "NO POSTGRESQL: set TEST_DATABASE_URL or install the server; the tests on real PostgreSQL are SKIPPED";
  if (process.env.CI) throw new Error(message);
  process.stderr.write(`\n${"!".repeat(message.length)}\n${message}\n${"!".repeat(message.length)}\n\n`);
}
