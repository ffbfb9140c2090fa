/** `npm run verify [-- --head CLINIC:SEQ:HASH]`: runs verify.ts on the database of this project, beside the app or alone. */
import net from "node:net";
import { join } from "node:path";
import { checkNode, installPackages } from "./launch/install.mjs";
import { launch } from "./launch/launch.mjs";
import { run, TYPESCRIPT } from "./launch/process.mjs";
import { inProject } from "./launch/project.mjs";
import { withSecrets } from "./launch/secrets.mjs";
import { readSettings } from "./launch/settings.mjs";
import { openDatabase, programEnvironment } from "./launch/stack.mjs";

/** Whether the app has the embedded database open: then its socket answers. */
function answers(path) {
  return new Promise((resolve) => {
    const socket = net.connect(path);
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

async function environment(settings) {
  // A server's schema is left as it is: this only reads.
  if (!settings.embedded) return programEnvironment(settings, settings.databaseUrl, "start");
  const folder = join(settings.dataDir, "socket");
  if (await answers(join(folder, ".s.PGSQL.5432"))) {
    const url = `postgres://postgres@localhost:5432/postgres?host=${encodeURIComponent(folder)}`;
    return programEnvironment(settings, url, "start");
  }
  return (await openDatabase(settings, "start")).env;
}

await launch(async () => {
  checkNode();
  const settings = withSecrets(readSettings());
  await installPackages();
  const env = await environment(settings);
  return run(process.execPath, [...TYPESCRIPT, inProject("scripts", "verify.ts"), ...process.argv.slice(2)], { env });
});
