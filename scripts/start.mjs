/** `npm start`: from a fresh clone, or from where one left off, to a running Counterpoise. */
import { build } from "./launch/build.mjs";
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
  await build();
  const stack = await startStack(settings, "start");
  say(`Counterpoise is ready on ${settings.appUrl ?? localOrigin(settings.host, settings.port)}`);
  throw new Refusal(`${await stack.ended} ended unexpectedly: see its message above.`);
});
