/** Hashes and compares passwords: argon2id, at most two at once, and as slow for an unknown person as for a known one. */
import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { PASSWORD_MAX_BYTES } from "./password-rules";

/** OWASP's second choice for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;
/** More than this waiting is an attack or a fault: refusing is better than signing visits behind it. */
const WAITING_AT_MOST = 64;

export class PasswordsBusyError extends Error {
  override name = "PasswordsBusyError";
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), COST));
}

/** Null = no such person or no password chosen: compared with a hash of nothing, so that both take as long. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  // No stored password is that long, and hashing it would cost what an attacker wants it to cost.
  if (Buffer.byteLength(password, "utf8") > PASSWORD_MAX_BYTES) return false;
  const nobodys = await nobodysHash();
  const matches = await inTurn(() => verify(stored ?? nobodys, password.normalize("NFKC")));
  return stored !== null && matches;
}

let nobodys: Promise<string> | undefined;
function nobodysHash(): Promise<string> {
  nobodys ??= hashPassword(crypto.randomUUID());
  return nobodys;
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_AT_MOST) throw new PasswordsBusyError("too many passwords are being checked");
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    // The place passes to whoever waits longest, so the count stays.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
