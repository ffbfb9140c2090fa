/** Guards the server process: a known fault of the database driver is survived, a lost rejection is said. */
import { guardAgainstDriverFault } from "@/db/driver-fault";

export function watchProcess(): void {
  guardAgainstDriverFault();
  process.on("unhandledRejection", (reason) => {
    const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    process.stderr.write(`unhandled rejection: ${text}\n`);
  });
}
