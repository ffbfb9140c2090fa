/** Who the worked cases are in the demo: made-up people, none of them anybody. */
import type { CourseHabits } from "./course";
import type { SeedPerson } from "./patient";

export const DEMO_OWNER = { name: "Miriam Oduya", email: "m.oduya@harbour.example" };
export const DEMO_COLLEAGUE = { name: "Tomás Rivera", email: "t.rivera@harbour.example" };
/** Supervised by the colleague. */
export const DEMO_SUPERVISED = { name: "Hana Kobayashi", email: "h.kobayashi@harbour.example" };

/** Whom "Switch to the demo patient" signs in as. */
export const DEMO_PATIENT = "C01";

export type DemoPerson = SeedPerson &
  CourseHabits & {
    seenBy: "owner" | "colleague" | "supervised";
    /** Days since the last visit. */
    seenDaysAgo: number;
  };

/** By case id of domain/cases.json. */
export const DEMO_PEOPLE: Readonly<Record<string, DemoPerson>> = {
  C01: {
    givenName: "Leonie",
    familyName: "Adeyemi",
    occupation: "Accountant",
    complaint: "Low back ache after an hour at the desk, tight front of the thighs.",
    seenBy: "owner",
    seenDaysAgo: 5,
    diligence: 0.9,
  },
  C02: {
    givenName: "Mateo",
    familyName: "Fernández",
    occupation: "Student, plays football",
    complaint: "Sudden pain in the back of the right thigh when sprinting.",
    language: "es",
    seenBy: "owner",
    seenDaysAgo: 2,
    diligence: 0.95,
    last: { note: "The bridge feels easy now. May I do three sets?" },
  },
  C03: {
    givenName: "Ingrid",
    familyName: "Solheim",
    occupation: "Teacher, runs",
    complaint: "The back of the left thigh tires early on hills.",
    seenBy: "colleague",
    seenDaysAgo: 9,
    diligence: 0.85,
  },
  C04: {
    givenName: "Kwame",
    familyName: "Boateng",
    occupation: "Bus driver",
    complaint: "Low back pain after long shifts, worse when he gets up.",
    seenBy: "owner",
    seenDaysAgo: 4,
    diligence: 0.8,
  },
  C05: {
    givenName: "Piotr",
    familyName: "Zieliński",
    occupation: "Warehouse worker",
    complaint: "Stiff low back, can't reach his shoes.",
    seenBy: "supervised",
    seenDaysAgo: 1,
    diligence: 0.8,
  },
  C06: {
    givenName: "Farah",
    familyName: "Haddad",
    occupation: "Dentist",
    complaint: "Low back pain on the left with pulling down the leg.",
    seenBy: "colleague",
    seenDaysAgo: 5,
    diligence: 0.75,
    last: { stopReason: "tingling" },
  },
  C07: {
    givenName: "Ewan",
    familyName: "MacLeod",
    occupation: "Retired joiner",
    complaint: "Ache across the low back when standing at the bench.",
    mode: "paper",
    seenBy: "colleague",
    seenDaysAgo: 8,
    diligence: 0.7,
  },
  C08: {
    givenName: "Chiara",
    familyName: "Bellini",
    occupation: "Dancer",
    complaint: "Back pain returns with the harder hamstring work.",
    seenBy: "owner",
    seenDaysAgo: 3,
    diligence: 0.9,
  },
  C09: {
    givenName: "Jonas",
    familyName: "Bergström",
    occupation: "Handball player",
    complaint: "Wants to stay strong through the season.",
    seenBy: "colleague",
    seenDaysAgo: 7,
    diligence: 0.9,
  },
  C10: {
    givenName: "Rahul",
    familyName: "Menon",
    occupation: "Software developer",
    complaint: "Left thigh feels short again since the marathon.",
    seenBy: "owner",
    seenDaysAgo: 1,
    diligence: 0.8,
    planPending: true,
  },
  C11: {
    givenName: "Margaret",
    familyName: "Whitlock",
    occupation: "Retired nurse",
    complaint: "Low back pain when gardening; takes a blood thinner.",
    mode: "paper",
    seenBy: "colleague",
    seenDaysAgo: 2,
    diligence: 0.85,
  },
  C12: {
    givenName: "Deniz",
    familyName: "Yıldız",
    occupation: "Chef",
    complaint: "Low back pain by the end of a shift.",
    seenBy: "owner",
    seenDaysAgo: 9,
    diligence: 0.9,
    silent: true,
  },
  C13: {
    givenName: "Thabo",
    familyName: "Nkosi",
    occupation: "Surveyor",
    complaint: "No pain any more; wants to finish the programme.",
    seenBy: "colleague",
    seenDaysAgo: 5,
    diligence: 0.9,
  },
  C14: {
    givenName: "Hélène",
    familyName: "Marchand",
    occupation: "Librarian",
    complaint: "Stiff right thigh and low back ache in the morning.",
    seenBy: "owner",
    seenDaysAgo: 6,
    diligence: 0.8,
  },
  C15: {
    givenName: "Dylan",
    familyName: "O’Connor",
    occupation: "Semi-professional footballer",
    complaint: "Pulled the back of the right thigh in a match.",
    seenBy: "colleague",
    seenDaysAgo: 2,
    diligence: 0.95,
  },
  C16: {
    givenName: "Arjun",
    familyName: "Patel",
    occupation: "Pupil, hurdles",
    complaint: "Sudden pain at the sitting bone when clearing a hurdle.",
    guardianName: "Sunita Patel",
    seenBy: "owner",
    seenDaysAgo: 4,
    diligence: 0.85,
  },
  C17: {
    givenName: "Ngozi",
    familyName: "Eze",
    occupation: "Florist",
    complaint: "Felt something give in the left thigh when lifting; back pain since.",
    seenBy: "colleague",
    seenDaysAgo: 3,
    diligence: 0.75,
  },
  C18: {
    givenName: "Gustav",
    familyName: "Lindqvist",
    occupation: "Retired captain",
    complaint: "Keeps up his strength; takes a blood thinner.",
    seenBy: "owner",
    seenDaysAgo: 5,
    diligence: 0.8,
  },
};
