/** Mints the Actor that every query carries: from the login's row and its membership, read again on each request. */
import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { readLogin } from "@/db/login";
import type { Actor, Role } from "@/db/scope";
import { readLoginId } from "./login-cookie";

/** The signed-in person, or null. Read once per rendered request. */
export const findActor: () => Promise<Actor | null> = cache(async () => {
  const loginId = await readLoginId();
  return loginId === null ? null : readLogin(loginId);
});

/** For pages and server actions: sends whoever isn't signed in to /sign-in. */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (!actor) redirect("/sign-in");
  return actor;
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
