/** Guards the server process: a known fault of the database driver is survived, a busy database answered, a lost rejection said. */
import { answerKnownFailures } from "@/app/busy-answer";
import { guardAgainstDriverFault } from "@/db/driver-fault";

export function watchProcess(): void {
  guardAgainstDriverFault();
  answerKnownFailures();
  process.on("unhandledRejection", (reason) => {
    const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    process.stderr.write(`unhandled rejection: ${text}\n`);
  });
}
