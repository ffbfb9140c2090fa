/** Accounts, memberships, logins and tokens: global tables, reached only by the pre-tenant transaction. */
import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ROLES } from "../scope";
import { clinic, roleEnum } from "./clinic";
import { createdAt, day, instant } from "./columns";

export const tokenKind = pgEnum("token_kind", [
  "staff_invitation",
  "patient_invitation",
  "password_reset",
  "patient_link",
]);

export const passkeyPurpose = pgEnum("passkey_purpose", ["enrol", "confirm"]);

export const userAccount = pgTable("user_account", {
  id: uuid().primaryKey(),
  /** As typed; null for a patient who has none. */
  email: text(),
  /** NFKC, lower case: what sign-in compares. */
  emailKey: text().unique(),
  /** argon2id; null until the person has chosen a password. Never selected outside auth. */
  passwordHash: text(),
  displayName: text().notNull(),
  passwordChangedAt: instant(),
  disabledAt: instant(),
  createdAt: createdAt(),
});

export const membership = pgTable(
  "membership",
  {
    id: uuid().primaryKey(),
    clinicId: uuid()
      .notNull()
      .references(() => clinic.id),
    userId: uuid()
      .notNull()
      .references(() => userAccount.id),
    role: roleEnum().notNull(),
    /** Set when the role is patient, or when a guardian acts for one. */
    patientId: uuid(),
    expiresAt: instant(),
    disabledAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.clinicId, t.userId, t.role), index().on(t.userId), index().on(t.clinicId, t.patientId)],
);

/** A signed-in browser. The token in its cookie carries this id and nothing else. */
export const login = pgTable(
  "login",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => userAccount.id),
    membershipId: uuid()
      .notNull()
      .references(() => membership.id),
    /** 1 = password or link, 2 = second factor too. */
    aal: smallint().notNull().default(1),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull().defaultNow(),
    idleMinutes: integer().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    device: text(),
    /** Set while a clinician has handed the tablet to this patient: until unlocked the login opens nothing but the questionnaires. */
    handedPatientId: uuid(),
  },
  (t) => [index().on(t.userId), index().on(t.membershipId)],
);

/** A key of a person's own device (WebAuthn): what it signs proves the person as their password does. */
export const passkey = pgTable(
  "passkey",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => userAccount.id),
    /** The authenticator's own id of it, base64url. */
    credentialId: text().notNull().unique(),
    /** COSE key, base64url. */
    publicKey: text().notNull(),
    /** Rises with each use where the authenticator counts; 0 where it doesn't. */
    signCount: bigint({ mode: "number" }).notNull(),
    transports: text().array().notNull(),
    name: text().notNull(),
    createdAt: createdAt(),
    lastUsedAt: instant(),
  },
  (t) => [index().on(t.userId)],
);

/** What a passkey is asked to sign, once and soon, by the login that asked for it. */
export const passkeyChallenge = pgTable(
  "passkey_challenge",
  {
    challenge: text().primaryKey(),
    loginId: uuid()
      .notNull()
      .references(() => login.id),
    purpose: passkeyPurpose().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index().on(t.loginId)],
);

/** Invitations, resets and patients' links: only the token's hash is stored; POST consumes it once. */
export const oneTimeToken = pgTable(
  "one_time_token",
  {
    id: uuid().primaryKey(),
    kind: tokenKind().notNull(),
    tokenHash: text().notNull().unique(),
    clinicId: uuid()
      .notNull()
      .references(() => clinic.id),
    userId: uuid().references(() => userAccount.id),
    patientId: uuid(),
    /** Role, name and email of the invited person, expiry of a locum's membership. */
    invitation: jsonb().$type<{
      role: (typeof ROLES)[number];
      name: string;
      email: string | null;
      expiresOn: string | null;
      /** Who holds a young patient's login, until `expiresOn`. */
      guardian?: string;
      supervisorId?: string | null;
    }>(),
    createdBy: uuid(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index().on(t.clinicId, t.patientId)],
);

/** Counters that resist guessing; kept in the database so that a restart forgets nothing. */
export const rateCounter = pgTable("rate_counter", {
  key: text().primaryKey(),
  windowStart: instant().notNull(),
  count: integer().notNull(),
});

export const subscriptionKind = pgEnum("subscription_kind", ["calendar", "reminder"]);

/** Why the last reminder isn't known to have arrived (db/reminder.ts). */
export const reminderFailure = pgEnum("reminder_failure", ["no_address", "unreachable", "refused", "unsure"]);

/** What a patient asked to be sent outside the app: a calendar feed, reminders by email. Ids and times only. */
export const subscription = pgTable(
  "subscription",
  {
    id: uuid().primaryKey(),
    kind: subscriptionKind().notNull(),
    clinicId: uuid()
      .notNull()
      .references(() => clinic.id),
    /** Whose it is; it ends with the membership. */
    membershipId: uuid()
      .notNull()
      .references(() => membership.id),
    userId: uuid().notNull(),
    patientId: uuid().notNull(),
    /** SHA-256 of the secret in the feed's address, or in a mail's unsubscribe link. */
    tokenHash: text().notNull().unique(),
    language: text().notNull(),
    /** Hour of the clinic's day from which a reminder goes out; null for a calendar. */
    hour: smallint(),
    /** Clinic-local day on which sending was last begun: written before anything is sent, so that no day has two. */
    triedOn: day(),
    tries: smallint().notNull().default(0),
    /** When that day's reminder, which surely didn't go out, is tried again. */
    retryAt: instant(),
    /** Clinic-local day of the last reminder that the mail server took. */
    lastSentOn: day(),
    failure: reminderFailure(),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (t) => [uniqueIndex("subscription_one_running").on(t.membershipId, t.kind).where(sql`ended_at is null`)],
);
