/** `npm run dev`: the same database and secrets as `npm start`, with Next.js in development mode. */
import { checkNode, installPackages } from "./launch/install.mjs";
import { launch } from "./launch/launch.mjs";
import { Refusal, say } from "./launch/say.mjs";
import { withSecrets } from "./launch/secrets.mjs";
import { checkAddress, localOrigin } from "./launch/server.mjs";
import { readSettings } from "./launch/settings.mjs";
import { startStack } from "./launch/stack.mjs";

await launch(async () => {
  checkNode();
  const settings = withSecrets(readSettings());
  await checkAddress(settings.host, settings.port);
  await installPackages();
  const stack = await startStack(settings, "dev");
  say(`Counterpoise is ready for development on ${localOrigin(settings.host, settings.port)}`);
  throw new Refusal(`${await stack.ended} ended unexpectedly: see its message above.`);
});
