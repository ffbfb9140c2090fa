/** When something done on a phone really happened: the phone's own clock, corrected when it is far off the server's. */

const TOLERATED_MS = 2 * 60_000;

export type PhoneTimes = {
  /** By the phone's clock: when it happened, and when it was sent. */
  happenedAt: Date;
  sentAt: Date;
  /** By the server's clock. */
  receivedAt: Date;
};
export type ClockedMoment = {
  at: Date;
  /** Server minus phone, in ms. */
  offsetMs: number;
  isCorrected: boolean;
};

/** Within two minutes the phone is believed; beyond, the difference at sending is added. Never later than received. */
export function onServerClock({ happenedAt, sentAt, receivedAt }: PhoneTimes): ClockedMoment {
  const offsetMs = receivedAt.getTime() - sentAt.getTime();
  const isCorrected = Math.abs(offsetMs) > TOLERATED_MS;
  const at = happenedAt.getTime() + (isCorrected ? offsetMs : 0);
  return { at: new Date(Math.min(at, receivedAt.getTime())), offsetMs, isCorrected };
}
