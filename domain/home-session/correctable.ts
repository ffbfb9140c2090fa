/** Answers to a session can be changed for a day from when the clinic had it. */
const CORRECTABLE_MS = 24 * 60 * 60_000;

export const isCorrectable = ({ receivedAt }: { receivedAt: Date }, at: Date): boolean =>
  at.getTime() <= receivedAt.getTime() + CORRECTABLE_MS;
