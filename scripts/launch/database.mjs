/** The database a launcher runs on: the embedded one, started and supervised here, or the server it was told of. */
import { runTypeScript, startProgram, TYPESCRIPT } from "./process.mjs";
import { inProject } from "./project.mjs";
import { Refusal } from "./say.mjs";

const READY = /^ready (postgres(?:ql)?:\S+)$/;
const READY_WITHIN = 60_000;
/** Long enough to finish open transactions and write the last page. */
const PATIENCE = 20_000;

const reason = (lines, otherwise) => lines.findLast((line) => line.trim() !== "")?.trim() ?? otherwise;

/** Starts the embedded database of env.DATA_DIR; resolves with its URL once it takes connections. */
export async function startEmbedded(env, onLine) {
  const lines = [];
  let late;
  let announce;
  const announced = new Promise((resolve) => {
    announce = resolve;
    late = setTimeout(resolve, READY_WITHIN);
  });
  const program = startProgram([...TYPESCRIPT, inProject("scripts", "embedded-database.ts")], {
    env,
    patience: PATIENCE,
    onLine: (line) => {
      const url = READY.exec(line)?.[1];
      if (url !== undefined) announce(url);
      else if (late === undefined) onLine(line);
      else lines.push(line);
    },
  });
  const url = await Promise.race([announced, program.exited.then(() => undefined)]);
  clearTimeout(late);
  late = undefined;
  if (url === undefined) throw new Refusal(reason(lines, "The embedded database did not start."));
  return { url, exited: program.exited };
}

/** Brings the schema up to date; refuses in one line when it can't. */
export async function migrate(env) {
  const { code, lines } = await runTypeScript("migrate.ts", [], env);
  if (code !== 0) throw new Refusal(`The database is not ready: ${reason(lines, "migrating it failed.")}`);
}
