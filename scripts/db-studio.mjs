/** `npm run db:studio`: drizzle-kit's table browser on the database of this project. */
import { checkNode, installPackages } from "./launch/install.mjs";
import { launch } from "./launch/launch.mjs";
import { run } from "./launch/process.mjs";
import { inProject } from "./launch/project.mjs";
import { withSecrets } from "./launch/secrets.mjs";
import { readSettings } from "./launch/settings.mjs";
import { openDatabase } from "./launch/stack.mjs";

await launch(async () => {
  checkNode();
  const settings = withSecrets(readSettings());
  await installPackages();
  const { env } = await openDatabase(settings, "dev");
  const studio = [inProject("node_modules", "drizzle-kit", "bin.cjs"), "studio"];
  return run(process.execPath, studio, { env: { ...env, NODE_OPTIONS: "--conditions=react-server" } });
});
