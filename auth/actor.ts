/** Mints the Actor that every query carries: from the login's row and its membership, read again on each request. */
import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { type LiveLogin, readHandedLogin, readLogin } from "@/db/login";
import type { PatientActor } from "@/db/portal-place";
import type { Actor, Role } from "@/db/scope";
import { readLoginId } from "./login-cookie";
import { refusePageOfOther } from "./page-login";

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
  if (!login) redirect((await findTablet()) === null ? "/sign-in" : "/tablet");
  await refusePageOfOther(login.actor);
  return login;
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

/** The room a person starts in. */
export function homeOf(role: Role): "/caseload" | "/my" {
  return role === "patient" ? "/my" : "/caseload";
}

async function requireRole(roles: readonly Role[]): Promise<Actor> {
  const actor = await requireActor();
  // Not yours and not there are the same answer.
  if (!roles.includes(actor.role)) notFound();
  return actor;
}
