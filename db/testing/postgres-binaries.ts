/** Finds the server programs of PostgreSQL on this machine, or installs them where apt is there to do it. */
import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** The folder that holds postgres, initdb and pg_ctl; null when there is none. */
export function findPostgres(): string | null {
  const onPath = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const folders = [...onPath.flatMap(behindLinks), ...debianFolders(), ...configured()];
  return folders.find((folder) => ["postgres", "initdb"].every((name) => isProgram(join(folder, name)))) ?? null;
}

/** Installs Debian's server when this is root with apt; null when it isn't or apt can't. */
export function installPostgres(): string | null {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const words of [["update"], ["install", "-y", "--no-install-recommends", "postgresql"]]) {
    if (spawnSync("apt-get", ["-qq", ...words], { env, stdio: "inherit" }).status !== 0) return null;
  }
  return findPostgres();
}

/** initdb looks for its companions beside itself, so the folder behind a symbolic link is wanted. */
function behindLinks(folder: string): string[] {
  const program = join(folder, "initdb");
  return existsSync(program) ? [dirname(realpathSync(program))] : [];
}

function debianFolders(): string[] {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, "bin"));
}

function configured(): string[] {
  try {
    return [execFileSync("pg_config", ["--bindir"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim()];
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
