/** Sends the reminders whose hour has come, round by round, as long as this server runs. */
import "server-only";
import { reminderLinks } from "@/auth/one-time-link";
import {
  type ClaimedReminder,
  claimReminder,
  reminderWanted,
  renewReminderSecret,
  settleReminder,
} from "@/db/reminder";
import { isDatabaseUnavailable } from "@/db/unavailable";
import { type Delivery, type MailServer, mailServer } from "./mail-server";
import { reminderText } from "./reminder-text";

const PAUSE_MS = 20_000;

/** Until `stop`, which begins nothing new and resolves when what is under way has ended. null: no mail server is set. */
export function startReminderRounds(pauseMs = PAUSE_MS): { stop: () => Promise<unknown> } | null {
  const server = mailServer();
  if (server === null) return null;
  const stopped = new AbortController();
  let round: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(() => {
      round = sendDueReminders(server, { signal: stopped.signal })
        .catch(tellFault)
        .finally(() => {
          if (!stopped.signal.aborted) wait();
        });
    }, pauseMs);
    // A server that has nothing else to do may end.
    timer.unref();
  };
  wait();
  return {
    stop: () => {
      stopped.abort();
      clearTimeout(timer);
      return round;
    },
  };
}

/** One round; returns how many the mail server took. It ends early when that can't be reached. */
export async function sendDueReminders(
  server: MailServer,
  { now = () => new Date(), signal }: { now?: () => Date; signal?: AbortSignal } = {},
): Promise<number> {
  let sent = 0;
  while (signal?.aborted !== true) {
    const claimed = await claimReminder(now());
    if (claimed === null) break;
    const delivery = await remind(server, claimed, now);
    if (delivery === "sent") sent += 1;
    if (delivery === "unreachable") break;
  }
  return sent;
}

async function remind(
  server: MailServer,
  claimed: ClaimedReminder,
  now: () => Date,
): Promise<Delivery | "not_wanted" | "no_address"> {
  const { id, on, actor, language, clinicName } = claimed;
  const wanted = await reminderWanted(actor, on, now());
  const links = reminderLinks(id);
  if (wanted === null || links === null) return "not_wanted";
  if (wanted.address === null) {
    await settleReminder(claimed, "no_address", now());
    return "no_address";
  }
  if (links.tokenHash !== claimed.tokenHash) await renewReminderSecret(id, links.tokenHash);
  const delivery = await server.deliver({
    to: wanted.address,
    ...reminderText(language, { clinicName, links }),
    oneClick: links.oneClick,
    messageId: `<reminder.${on}.${id}@${server.domain}>`,
  });
  await settleReminder(claimed, delivery === "later" ? "unreachable" : delivery, now());
  if (delivery !== "sent") process.stderr.write(`reminder ${id}: ${delivery}\n`);
  return delivery;
}

/** A claim that was not settled is not sent again that day; the next round goes on with the others. */
function tellFault(fault: unknown): void {
  if (isDatabaseUnavailable(fault)) return;
  process.stderr.write(`reminders: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
}
