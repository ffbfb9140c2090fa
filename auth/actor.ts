/** Mints the Actor that every query carries: from the login's row and its membership, read again on each request. */
import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { type LiveLogin, readHandedLogin, readLogin } from "@/db/login";
import type { PatientActor } from "@/db/portal-place";
import type { Actor, Role } from "@/db/scope";
import { PAGE_PATH_HEADER } from "@/domain/page-login";
import { readLoginId } from "./login-cookie";
import { refusePageOfOther } from "./page-login";
import { safePath } from "./safe-path";

/** The signed-in person and the clinic in use, or null. Read once per rendered request. */
export const findLogin: () => Promise<LiveLogin | null> = cache(async () => {
  const loginId = await readLoginId();
  return loginId === null ? null : readLogin(loginId);
});

export async function findActor(): Promise<Actor | null> {
  return (await findLogin())?.actor ?? null;
}

/** A clinic's tablet in a patient's hands: whose login it is, and the scope of that one patient. */
export type Tablet = { staff: LiveLogin; actor: PatientActor };

/**
 * The tablet this request comes from, or null when it isn't handed over. Such a login has no actor anywhere else, so
 * that it reaches nothing but the questionnaires until it is unlocked.
 */
export const findTablet: () => Promise<Tablet | null> = cache(async () => {
  const loginId = await readLoginId();
  const handed = loginId === null ? null : await readHandedLogin(loginId);
  if (handed === null) return null;
  const { staff, patientId } = handed;
  return { staff, actor: { ...staff.actor, role: "patient", patientId, aal: 1 } };
});

/** Who is signed in, without counting as use of the login: for what an open page asks by itself. */
export async function peekActor(): Promise<Actor | null> {
  const loginId = await readLoginId();
  return loginId === null ? null : ((await readLogin(loginId, "unseen"))?.actor ?? null);
}

/** As requireActor, with the person's name and the clinic in use (name, time zone, phones): costs no further query. */
export async function requireLogin(): Promise<LiveLogin> {
  const login = await findLogin();
  if (!login) redirect((await findTablet()) === null ? await signInAddress() : "/tablet");
  await refusePageOfOther(login.actor);
  return login;
}

/** Signing in leads back to the page that the login ended on. */
async function signInAddress() {
  const path = safePath((await headers()).get(PAGE_PATH_HEADER));
  return path === null ? ("/sign-in" as const) : (`/sign-in?next=${encodeURIComponent(path)}` as const);
}

/** For pages and server actions: sends whoever isn't signed in to /sign-in. */
export async function requireActor(): Promise<Actor> {
  return (await requireLogin()).actor;
}

/** Owner, clinician, supervised clinician or reception. */
export const requireStaff = () => requireRole(["owner", "clinician", "supervised_clinician", "reception"]);
/** Whoever may see and write notes. */
export const requireClinician = () => requireRole(["owner", "clinician", "supervised_clinician"]);
export const requireOwner = () => requireRole(["owner"]);

export async function requirePatient(): Promise<Actor & { patientId: string }> {
  const actor = await requireRole(["patient"]);
  if (actor.patientId === null) notFound();
  return { ...actor, patientId: actor.patientId };
}

/** For an act with typed words: null once nobody is signed in, so that its page can ask for the login where it stands. */
export async function clinicianStillHere(): Promise<Actor | null> {
  const isGone = (await findLogin()) === null && (await findTablet()) === null;
  return isGone ? null : requireClinician();
}

/** The room a person starts in. */
export function homeOf(role: Role): "/caseload" | "/my" {
  return role === "patient" ? "/my" : "/caseload";
}

/** Where one was heading, unless that is a room of other people. */
export function roomFor(role: Role, wanted: string | null): string {
  const isPortal = wanted?.split("?")[0]?.split("/")[1] === "my";
  return wanted !== null && wanted !== "/" && isPortal === (role === "patient") ? wanted : homeOf(role);
}

async function requireRole(roles: readonly Role[]): Promise<Actor> {
  const actor = await requireActor();
  // Not yours and not there are the same answer.
  if (!roles.includes(actor.role)) notFound();
  return actor;
}
