/** What a patient consents to, and when it is asked (CLINICAL 11.8). */
export const CONSENT_ITEMS = [
  { id: "examination", label: "Examination, partly undressed", when: "first visit, renewed on change" },
  {
    id: "release",
    label: "Hands-on release: pressure, soreness, bruising possible",
    when: "before the first, any time withdrawn",
  },
  {
    id: "release_sensitive",
    label: "Release near groin or abdomen; chaperone offered (accepted / declined / name)",
    when: "each time",
  },
  { id: "saddle_test", label: "Testing saddle feeling; chaperone offered", when: "each time" },
  { id: "manipulation", label: "Thrust technique, risks named", when: "each time" },
  { id: "needling", label: "Needling, risks named", when: "each time" },
  { id: "data", label: "Record and home app, who sees what", when: "first visit" },
  { id: "sharing", label: "Letters to GP and others", when: "first visit, each receiver" },
  { id: "photo_video", label: "Photo or video", when: "each purpose" },
  {
    id: "guardian",
    label: "Guardian's consent (under 18), the young person's own assent",
    when: "first visit, each new technique",
  },
  { id: "interpreter", label: "Use of an interpreter or of family as interpreter", when: "each visit" },
] as const;
export type ConsentId = (typeof CONSENT_ITEMS)[number]["id"];
