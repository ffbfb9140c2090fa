/** The life of a launcher: one line when it must refuse, an orderly stop on Ctrl-C or SIGTERM, at once on the second. */
import { killPrograms, stopPrograms } from "./process.mjs";
import { Refusal, say } from "./say.mjs";

let stopping = false;

async function stop(code) {
  stopping = true;
  await stopPrograms();
  process.exit(code);
}

function onSignal() {
  if (stopping) {
    killPrograms();
    process.exit(130);
  }
  say("Stopping …");
  void stop(0);
}

/** Runs a launcher's main function; its result, when a number, is the exit code. */
export async function launch(main) {
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  try {
    const code = await main();
    if (!stopping) await stop(code ?? 0);
  } catch (error) {
    // A part that ends because it was asked to is no failure.
    if (stopping) return;
    process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
    await stop(1);
  }
}
