/** What a launcher tells the person in front of it: short lines, one per thing that happened. */

const dim = (text) => (process.stdout.isTTY ? `\u001b[2m${text}\u001b[22m` : text);

/** A reason to stop that the person can act on: printed as one line, never with a stack. */
export class Refusal extends Error {}

/** One plain line. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** Runs one piece of work under a title, showing that it goes on and how long it took. */
export async function progress(title, work) {
  const started = Date.now();
  say(`${title} …`);
  const beat = setInterval(() => say(dim(`  ${title}: ${seconds(started)} so far`)), 15_000);
  try {
    const result = await work();
    say(dim(`  done in ${seconds(started)}`));
    return result;
  } finally {
    clearInterval(beat);
  }
}
