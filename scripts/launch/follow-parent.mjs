/** Loaded into each program a launcher starts: when the launcher dies without a word, the program stops too. */
import { isMainThread } from "node:worker_threads";

// Threads and children of the program inherit this import, but not the pipe from the launcher.
if (isMainThread && String(process.ppid) === process.env.COUNTERPOISE_LAUNCHER) {
  const stop = () => process.kill(process.pid, "SIGTERM");
  process.stdin.once("end", stop).once("error", stop).resume();
  // Waiting for the launcher's end is no reason to stay alive.
  process.stdin.unref?.();
}
