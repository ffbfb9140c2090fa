/** Every room of text once, by language. English is complete; Spanish has the rooms that a patient sees. */
// The augmentation below needs the module in sight.
import type {} from "next-intl";
import enAssessment from "./en/assessment.json";
import enAuth from "./en/auth.json";
import enDiary from "./en/diary.json";
import enError from "./en/error.json";
import enNav from "./en/nav.json";
import enOutside from "./en/outside.json";
import enPortal from "./en/portal.json";
import enQuestionnaire from "./en/questionnaire.json";
import enSettings from "./en/settings.json";
import enSetup from "./en/setup.json";
import enShell from "./en/shell.json";
import enStatus from "./en/status.json";
import enVisit from "./en/visit.json";
import esAuth from "./es/auth.json";
import esError from "./es/error.json";
import esOutside from "./es/outside.json";
import esPortal from "./es/portal.json";
import esQuestionnaire from "./es/questionnaire.json";
import esShell from "./es/shell.json";

export const LOCALES = ["en", "es"] as const;
export type Locale = (typeof LOCALES)[number];

const english = {
  assessment: enAssessment,
  auth: enAuth,
  diary: enDiary,
  error: enError,
  nav: enNav,
  outside: enOutside,
  portal: enPortal,
  questionnaire: enQuestionnaire,
  settings: enSettings,
  setup: enSetup,
  shell: enShell,
  status: enStatus,
  visit: enVisit,
};

const spanish: Partial<Messages> = {
  auth: esAuth,
  error: esError,
  outside: esOutside,
  portal: esPortal,
  questionnaire: esQuestionnaire,
  shell: esShell,
};

export type Messages = typeof english;

/** All rooms in a language; a room that isn't translated speaks English. */
export function messagesFor(locale: Locale): Messages {
  return locale === "es" ? { ...english, ...spanish } : english;
}

export function readLocale(text: string | undefined): Locale {
  return LOCALES.find((locale) => locale === text) ?? "en";
}

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
