/** The clinician's routes whose script is weighed beside that of the measured pages. */
import type { Subjects } from "./measure-size";

type Address = string | ((patientId: string) => string);

const ROOMS = {
  "new patient": "/patients/new",
  visits: (patientId) => `/patients/${patientId}/visits`,
  plan: (patientId) => `/patients/${patientId}/plan`,
  diary: (patientId) => `/patients/${patientId}/diary`,
  reports: (patientId) => `/patients/${patientId}/reports`,
  record: (patientId) => `/patients/${patientId}/record`,
  library: "/library",
  exercises: "/library/exercises",
  "an exercise": "/library/exercises/nordic",
  "an own exercise": "/library/exercises/new",
  templates: "/library/templates",
  measures: "/library/measures",
  rules: "/library/rules",
  "settings, clinic": "/settings/clinic",
  "settings, team": "/settings/team",
  "settings, rules": "/settings/rules",
  "settings, phrases": "/settings/phrases",
  "settings, security": "/settings/security",
} as const satisfies Record<string, Address>;

export type RoomName = keyof typeof ROOMS;
export const ROOM_NAMES = Object.keys(ROOMS) as RoomName[];

export function roomPath(room: RoomName, { patients }: Subjects, k: number): string {
  const address: Address = ROOMS[room];
  const patientId = patients[k];
  if (patientId === undefined) throw new Error(`no patient ${k} for ${room}`);
  return typeof address === "string" ? address : address(patientId);
}
