/** Generates and keeps the secrets of an embedded store, beside its data and readable by its owner only. */
import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "./say.mjs";
import { checkSecrets } from "./settings.mjs";

/** mkdir -p, step by step: Node's own never returns where the kernel refuses, as under /proc. */
function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** The data folder, made if need be and then closed to everyone else; a folder that was there keeps its mode. */
function openDataFolder(dataDir) {
  try {
    makeFolder(dataDir);
    readdirSync(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal(`DATA_DIR "${dataDir}" can't be used: ${error.code ?? error.message}.`);
  }
}

export const freshSecrets = () => ({
  AUTH_SECRET: randomBytes(32).toString("base64url"),
  SIGNING_KEYS: `k1:${randomBytes(32).toString("base64")}`,
});

function generate(file) {
  const fresh = freshSecrets();
  // Written aside and linked in place: a kill leaves the whole file or none, and of two starters one wins.
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** The secrets to run with: those the environment gives, else those kept in the data folder, generated once. */
function keepSecrets(dataDir, given) {
  const file = join(dataDir, "secrets.json");
  let kept;
  try {
    if (!statSync(file, { throwIfNoEntry: false })) generate(file);
    chmodSync(file, 0o600);
    kept = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Refusal(`"${file}" can't be read (${error.code ?? "not JSON"}): restore it from a backup of the folder.`);
  }
  const secrets = {
    AUTH_SECRET: given.AUTH_SECRET ?? kept.AUTH_SECRET,
    SIGNING_KEYS: given.SIGNING_KEYS ?? kept.SIGNING_KEYS,
  };
  checkSecrets(secrets);
  return secrets;
}

/** Settings with their secrets: a server's own, or those of the data folder, which is opened for it. */
export function withSecrets(settings) {
  if (!settings.embedded) return settings;
  openDataFolder(settings.dataDir);
  return { ...settings, secrets: keepSecrets(settings.dataDir, settings.secrets) };
}
