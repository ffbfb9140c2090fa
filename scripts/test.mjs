/** `npm test`: everything that must hold, counted. `npm test -- lint unit …` runs only the steps named. */
import { mkdirSync } from "node:fs";
import { checkNode, installPackages } from "./launch/install.mjs";
import { launch } from "./launch/launch.mjs";
import { inProject } from "./launch/project.mjs";
import { Refusal, say, seconds } from "./launch/say.mjs";
import { add, skips, summary, ZERO } from "./launch/tally.mjs";
import { STEPS } from "./launch/test-steps.mjs";

function chosenSteps(names) {
  const known = STEPS.flat();
  for (const name of names) {
    if (!known.some((step) => step.name === name)) {
      throw new Refusal(`There is no step "${name}". The steps are: ${known.map((step) => step.name).join(", ")}.`);
    }
  }
  const isChosen = (step) => names.length === 0 || names.includes(step.name);
  return STEPS.map((group) => group.filter(isChosen)).filter((group) => group.length > 0);
}

/** Runs one step, says how it went, and counts a step that broke as a failure of its own. */
async function runStep(step) {
  const started = Date.now();
  say(`▶ ${step.title} …`);
  let tally;
  try {
    tally = await step.run();
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
    tally = { ...ZERO, failed: 1 };
  }
  const counts = [summary(tally), skips(tally)].filter((part) => part !== null).join(", ");
  say(`${tally.failed > 0 ? "✗" : "✓"} ${step.title}: ${counts} (${seconds(started)})`);
  return { step, tally };
}

await launch(async () => {
  checkNode();
  const groups = chosenSteps(process.argv.slice(2));
  await installPackages();
  mkdirSync(inProject("artefacts"), { recursive: true });
  const results = [];
  for (const group of groups) results.push(...(await Promise.all(group.map(runStep))));
  const failed = results.filter(({ tally }) => tally.failed > 0);
  if (failed.length > 0) say(`Failed: ${failed.map(({ step }) => step.title).join(", ")}`);
  const total = results.reduce((sum, { tally }) => add(sum, tally), ZERO);
  for (const name of total.broken) say(`  ✗ ${name}`);
  const skipped = skips(total);
  if (skipped !== null) say(skipped);
  say(summary(total));
  return failed.length > 0 ? 1 : 0;
});
