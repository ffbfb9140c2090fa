/** `npm run -s assess -- FILE`: runs assess.ts; nothing but its result reaches stdout. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const tsx = fileURLToPath(new URL("../node_modules/tsx/dist/cli.mjs", import.meta.url));
if (!existsSync(tsx)) {
  process.stderr.write("Packages are missing: run npm install first.\n");
  process.exit(1);
}
const program = fileURLToPath(new URL("./assess.ts", import.meta.url));
const { status } = spawnSync(process.execPath, [tsx, program, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(status ?? 1);
