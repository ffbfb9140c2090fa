/** The life of a launcher: one line when it must refuse, an orderly stop on Ctrl-C, SIGTERM or a closed terminal; at once on the second. */
import { killPrograms, stopPrograms } from "./process.mjs";
import { Refusal, say } from "./say.mjs";

/** One Ctrl-C can arrive twice: from the terminal, and again from the npm in between. */
const ECHO_MS = 700;

let stopping = false;
let firstSignal = 0;

async function stop(code) {
  stopping = true;
  await stopPrograms();
  process.exit(code);
}

function onSignal() {
  if (stopping) {
    if (Date.now() - firstSignal < ECHO_MS) return;
    killPrograms();
    process.exit(130);
  }
  firstSignal = Date.now();
  say("Stopping …");
  void stop(0);
}

/** Runs a launcher's main function; its result, when a number, is the exit code. */
export async function launch(main) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
  // A closed terminal takes no more words, which is no reason to leave the database as it is.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
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
