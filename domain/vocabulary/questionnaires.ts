/** Questionnaires that ship with their wording (CLINICAL 2.3, 8); items of a published form are never altered. */

export type InstrumentId = "nprs" | "psfs" | "groc" | "rmdq";

/** A response names instrument and version, so that a later wording never passes for the one that was answered. */
export const INSTRUMENTS = {
  nprs: { id: "nprs", version: "1", label: "Numeric pain rating", min: 0, max: 10, languages: ["en", "es"] },
  psfs: { id: "psfs", version: "1", label: "Patient-specific function", min: 0, max: 10, languages: ["en", "es"] },
  groc: { id: "groc", version: "1", label: "Global rating of change", min: -7, max: 7, languages: ["en", "es"] },
  rmdq: {
    id: "rmdq",
    version: "24",
    label: "Roland–Morris disability questionnaire",
    min: 0,
    max: 24,
    // English only, until a published translation is at hand: never one of our own.
    languages: ["en"],
    citation: "Roland & Morris, Spine 1983;8:141–144",
  },
} as const satisfies Record<
  InstrumentId,
  {
    id: InstrumentId;
    version: string;
    label: string;
    min: number;
    max: number;
    languages: readonly string[];
    citation?: string;
  }
>;

/** The instruments a patient can be asked in a language (BCP 47); where RMDQ is missing, PSFS and NPRS ask. */
export function instrumentsIn(language: string): InstrumentId[] {
  const [primary] = language.toLowerCase().split("-");
  return Object.values(INSTRUMENTS)
    .filter((instrument) => (instrument.languages as readonly (string | undefined)[]).includes(primary))
    .map((instrument) => instrument.id);
}

/** Asked verbatim, for the back or overall, and for a thigh where hamstring pain or a strain is recorded there. */
export const NPRS = {
  lead: "On a scale from 0 to 10, where 0 is no pain and 10 is the worst pain you can imagine:",
  questions: {
    current: "what number is your pain right now?",
    best: "what number was the lowest in the last 24 hours?",
    worst: "what number was the highest in the last 24 hours?",
  },
  areas: { L: "in the back of your left thigh", R: "in the back of your right thigh" },
} as const;

/** Own wording of the same structure; old scores are not shown before the new ones are given. */
export const PSFS = {
  first:
    "Name up to three important activities you cannot do, or find hard, because of your problem. For each: today, from 0 (cannot do it) to 10 (can do it as well as before the problem), how well can you do it?",
  follow_up: "Last time you named {activity}. How well can you do it today, 0–10?",
  activities_asked: 3,
  activities_max: 5,
} as const;

export const GROC = {
  question: "Compared with the first visit, how is your problem now?",
  anchors: { "-7": "a very great deal worse", "0": "about the same", "7": "a very great deal better" },
} as const;

/** Unticked is 0 points; an untouched form is no score, so `completed` is stored beside it. */
export const RMDQ = {
  instruction:
    "When your back hurts, you may find it difficult to do some of the things you normally do. This list contains some sentences that people have used to describe themselves when they have back pain. When you read them, you may find that some stand out because they describe you today. As you read the list, think of yourself today. When you read a sentence that describes you today, put a tick against it. If the sentence does not describe you, then leave the space blank and go on to the next one. Remember, only tick the sentence if you are sure it describes you today.",
  items: [
    "I stay at home most of the time because of my back.",
    "I change position frequently to try and get my back comfortable.",
    "I walk more slowly than usual because of my back.",
    "Because of my back I am not doing any of the jobs that I usually do around the house.",
    "Because of my back, I use a handrail to get upstairs.",
    "Because of my back, I lie down to rest more often.",
    "Because of my back, I have to hold on to something to get out of an easy chair.",
    "Because of my back, I try to get other people to do things for me.",
    "I get dressed more slowly than usual because of my back.",
    "I only stand for short periods of time because of my back.",
    "Because of my back, I try not to bend or kneel down.",
    "I find it difficult to get out of a chair because of my back.",
    "My back is painful almost all the time.",
    "I find it difficult to turn over in bed because of my back.",
    "My appetite is not very good because of my back pain.",
    "I have trouble putting on my socks (or stockings) because of the pain in my back.",
    "I only walk short distances because of my back.",
    "I sleep less well because of my back.",
    "Because of my back pain, I get dressed with help from someone else.",
    "I sit down for most of the day because of my back.",
    "I avoid heavy jobs around the house because of my back.",
    "Because of my back pain, I am more irritable and bad tempered with people than usual.",
    "Because of my back, I go upstairs more slowly than usual.",
    "I stay in bed most of the time because of my back.",
  ],
} as const;
