/** Who acts, in which clinic, as what: the scope that every query carries. */
export const ROLES = ["owner", "clinician", "supervised_clinician", "reception", "patient"] as const;
export type Role = (typeof ROLES)[number];

/** Minted by auth/actor.ts alone, from the login row and the membership, on each request. */
export type Actor = {
  userId: string;
  membershipId: string;
  clinicId: string;
  role: Role;
  loginId: string;
  /** Set when the role is patient: the only patient this person may see. */
  patientId: string | null;
  /** Assurance level of the login: 2 = second factor given. */
  aal: 1 | 2;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Fails unless the actor can be a scope; its ids become literals of SQL, so this is also what keeps them harmless. */
export function assertActor(actor: Actor): void {
  const ids = { userId: actor.userId, clinicId: actor.clinicId, membershipId: actor.membershipId };
  for (const [field, id] of Object.entries(ids)) {
    if (!UUID.test(id)) throw new TypeError(`actor.${field} is not a UUID`);
  }
  if (!ROLES.includes(actor.role)) throw new TypeError("actor.role is unknown");
  if ((actor.role === "patient") !== (actor.patientId !== null)) {
    throw new TypeError("actor.patientId must be set for a patient and for nobody else");
  }
  if (actor.patientId !== null && !UUID.test(actor.patientId)) throw new TypeError("actor.patientId is not a UUID");
}
