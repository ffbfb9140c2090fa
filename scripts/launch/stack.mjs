/** Database and web server together, started in order on one resolved environment. */
import { migrate, startEmbedded } from "./database.mjs";
import { progress, say } from "./say.mjs";
import { localOrigin, startNext } from "./server.mjs";

/** The environment of the programs: the launcher's own, with every setting resolved and none left empty. */
export function programEnvironment(settings, databaseUrl, mode) {
  const local = localOrigin(settings.host, settings.port);
  const appUrl = settings.appUrl ?? (settings.loopback ? local : undefined);
  const env = {
    ...process.env,
    ...settings.secrets,
    ...settings.mail,
    NODE_ENV: mode === "dev" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: settings.host,
    PORT: String(settings.port),
    DATA_DIR: settings.dataDir,
    DATABASE_ENGINE: settings.embedded ? "embedded" : "server",
    DATABASE_URL: databaseUrl,
    // The one login of the embedded database owns its tables; on a server the owner has a login of its own.
    DATABASE_OWNER_URL: settings.embedded ? databaseUrl : settings.ownerUrl,
    APP_URL: appUrl,
    // next-auth reads from here where it lives; it must never believe a request's Host header.
    NEXTAUTH_URL: appUrl ?? local,
  };
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
}

/** Opens the database of `settings` and brings its schema up to date. */
export async function openDatabase(settings, mode, onLine = say) {
  let { databaseUrl } = settings;
  let ended = new Promise(() => {});
  if (settings.embedded) {
    const env = programEnvironment(settings, undefined, mode);
    const database = await progress("Starting the embedded database", () => startEmbedded(env, onLine));
    databaseUrl = database.url;
    ended = database.exited.then(() => "The embedded database");
  }
  const env = programEnvironment(settings, databaseUrl, mode);
  // The embedded database has migrated itself, after a dump, before it took connections.
  if (!settings.embedded) await progress("Migrating", () => migrate(env));
  return { env, ended };
}

/** Starts everything. `ended` resolves with the name of the part that stops on its own. */
export async function startStack(settings, mode, onLine = say) {
  const { env, ended } = await openDatabase(settings, mode, onLine);
  const { host, port } = settings;
  const server = await progress("Starting the web server", () => startNext(mode, { host, port, env, onLine }));
  return { env, ended: Promise.race([ended, server.exited.then(() => "The web server")]) };
}
