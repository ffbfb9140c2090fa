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
