/** Copies of the embedded database on disk: written aside, forced to the disk, moved into place, a bounded number kept. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { PGlite } from "@electric-sql/pglite";

export type DumpReason = keyof typeof KEPT;
/** How many of each kind stay. */
const KEPT = { hourly: 24, "before-migration": 5 } as const;

/** Writes `<reason>-<instant>.tar.gz`, a copy of the data folder; returns its path. */
export async function writeDump(engine: PGlite, folder: string, reason: DumpReason): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Uncompressed, since the engine answers nobody meanwhile; compressing is left to a thread of its own.
  const copy = await engine.dumpDataDir("none");
  const packed = await promisify(gzip)(Buffer.from(await copy.arrayBuffer()), { level: 3 });
  const path = join(folder, `${reason}-${new Date().toISOString().replaceAll(":", "-")}.tar.gz`);
  const aside = `${path}.part`;
  const file = await open(aside, "w", 0o600);
  try {
    await file.writeFile(packed);
    await file.sync();
  } finally {
    await file.close();
  }
  renameSync(aside, path);
  await syncFolder(folder);
  makeRoom(folder, reason);
  return path;
}

/** Path of the newest dump, null when there is none. */
export function newestDump(folder: string): string | null {
  const newest = dumpsIn(folder)
    .sort((a, b) => instantOf(a).localeCompare(instantOf(b)))
    .at(-1);
  return newest === undefined ? null : join(folder, newest);
}

function dumpsIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".tar.gz")) : [];
}

function instantOf(name: string): string {
  return name.slice(name.indexOf("-2") + 1);
}

function makeRoom(folder: string, reason: DumpReason): void {
  const ofKind = dumpsIn(folder).filter((name) => name.startsWith(`${reason}-`));
  const leftovers = readdirSync(folder).filter((name) => name.endsWith(".part"));
  for (const name of [...ofKind.sort().slice(0, -KEPT[reason]), ...leftovers]) rmSync(join(folder, name));
}

/** The new name is on disk only when the folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
