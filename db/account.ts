/** Accounts as sign-in needs them. Password hashes leave this module for auth/ alone. */
import "server-only";
import { eq } from "drizzle-orm";
import { preTenantTransaction, type Tx } from "./client";
import { countTry, type Limit, type Verdict } from "./rate-limit";
import { userAccount } from "./schema/account";

export type Credentials = {
  userId: string;
  /** null until the person has chosen a password. */
  passwordHash: string | null;
};

const credentials = {
  userId: userAccount.id,
  passwordHash: userAccount.passwordHash,
  disabledAt: userAccount.disabledAt,
};

/** Counts the try, then looks the person up; refused tries learn nothing about the account. `key` as of domain/email-key. */
export function tryCredentials(
  key: string,
  limits: readonly Limit[],
): Promise<{ verdict: Verdict; found: Credentials | null }> {
  return preTenantTransaction((tx) => counted(tx, limits, () => accountWith(tx, eq(userAccount.emailKey, key))));
}

/** As tryCredentials, for someone who is signed in and gives the password again. */
export function tryCredentialsOf(
  userId: string,
  limits: readonly Limit[],
): Promise<{ verdict: Verdict; found: Credentials | null }> {
  return preTenantTransaction((tx) => counted(tx, limits, () => accountWith(tx, eq(userAccount.id, userId))));
}

async function counted(tx: Tx, limits: readonly Limit[], find: () => Promise<Credentials | null>) {
  const verdict = await countTry(tx, limits);
  return { verdict, found: verdict.allowed ? await find() : null };
}

async function accountWith(tx: Tx, condition: ReturnType<typeof eq>): Promise<Credentials | null> {
  const [row] = await tx.select(credentials).from(userAccount).where(condition);
  return row && row.disabledAt === null ? { userId: row.userId, passwordHash: row.passwordHash } : null;
}
