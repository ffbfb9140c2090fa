/** Runs one of the TypeScript programs of scripts/ for a person: their arguments, their terminal, its exit code. */
import { checkNode, installPackages } from "./install.mjs";
import { launch } from "./launch.mjs";
import { run, TYPESCRIPT } from "./process.mjs";
import { inProject } from "./project.mjs";

export async function runProgram(script) {
  await launch(async () => {
    checkNode();
    await installPackages();
    const args = [...TYPESCRIPT, inProject("scripts", script), ...process.argv.slice(2)];
    return run(process.execPath, args, { cwd: process.cwd(), stdio: "inherit" });
  });
}
