/** Runs once when a server process starts. */

export async function register(): Promise<void> {
  // Next compiles this for the edge too, where a process has no events.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { watchProcess } = await import("@/app/process-faults");
    watchProcess();
    if (process.env.NODE_ENV === "production") {
      const { readStyleSheet } = await import("@/app/read-style-sheet");
      const { keepStyleSheet } = await import("@/components/shell/style-sheet");
      keepStyleSheet(readStyleSheet());
    }
    const { startReminderRounds } = await import("@/app/reminder-mail/rounds");
    const rounds = startReminderRounds();
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void rounds?.stop());
  }
}
