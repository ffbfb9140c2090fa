/** One-time links: 256 random bits in the address, their hash in the database, and a QR code for a phone's camera. */
import "server-only";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { create } from "qrcode";
import { environment } from "@/env";
import { appOrigin } from "./app-address";

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export type OneTimeLink = {
  link: string;
  tokenHash: string;
  qr: QrDrawing;
};
/** Dark modules as one SVG path, in module units, within a square of `size` with its quiet zone. */
export type QrDrawing = { size: number; path: string };

/** A new link below /invite; null when there is no address that links may carry (APP_URL unset beyond loopback). */
export function newInviteLink(): OneTimeLink | null {
  const origin = appOrigin();
  if (origin === null) return null;
  const token = randomBytes(32).toString("base64url");
  const link = `${origin}/invite/${token}`;
  return { link, tokenHash: digest(token), qr: drawQr(link) };
}

/** A secret address of a calendar feed: it stays, until its owner ends it. null as for an invitation. */
export function newCalendarLink(): { link: string; tokenHash: string } | null {
  const origin = appOrigin();
  if (origin === null) return null;
  const token = randomBytes(32).toString("base64url");
  return { link: `${origin}/api/calendar/${token}.ics`, tokenHash: digest(token) };
}

export type ReminderLinks = {
  /** The patient's plan. */
  plan: string;
  /** A page with one button that switches reminders off. */
  stop: string;
  /** Switches them off by a bare POST: what mail programs do (RFC 8058). */
  oneClick: string;
  tokenHash: string;
};

/**
 * Addresses in a reminder's mail. Each mail needs its secret again and only its hash is stored, so it is made from the
 * subscription's id and the server's own secret. null as for an invitation.
 */
export function reminderLinks(subscriptionId: string): ReminderLinks | null {
  const origin = appOrigin();
  if (origin === null) return null;
  const { AUTH_SECRET } = environment();
  const token = createHmac("sha256", AUTH_SECRET).update(`reminder ${subscriptionId}`).digest("base64url");
  return {
    plan: `${origin}/my`,
    stop: `${origin}/reminders/${token}`,
    oneClick: `${origin}/api/reminders/${token}`,
    tokenHash: digest(token),
  };
}

/** The stored form of a token in an address; null when it can't be one. */
export function tokenHashOf(token: string): string | null {
  return TOKEN.test(token) ? digest(token) : null;
}

const digest = (token: string) => createHash("sha256").update(token).digest("hex");

const QUIET_ZONE = 4;

function drawQr(text: string): QrDrawing {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const path = Array.from(data).flatMap((dark, index) => {
    const [x, y] = [(index % size) + QUIET_ZONE, Math.floor(index / size) + QUIET_ZONE];
    return dark ? [`M${x} ${y}h1v1h-1z`] : [];
  });
  return { size: size + 2 * QUIET_ZONE, path: path.join("") };
}
