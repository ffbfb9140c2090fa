/** The last choices, in this tab until it is closed or somebody else signs in: they may name patients. */
import type { Choice } from "./choice";

const KEPT = 12;
const keyOf = (membershipId: string): string => `counterpoise.recent.${membershipId}`;

export function recentChoices(membershipId: string): Choice[] {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(membershipId)) ?? "[]") as Choice[];
  } catch {
    return [];
  }
}

export function remember(membershipId: string, choice: Choice): void {
  const others = recentChoices(membershipId).filter(({ key }) => key !== choice.key);
  try {
    sessionStorage.setItem(keyOf(membershipId), JSON.stringify([choice, ...others].slice(0, KEPT)));
  } catch {
    // A browser that keeps nothing has no recent choices.
  }
}

export function forgetRecent(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(keyOf(""))) sessionStorage.removeItem(key);
    }
  } catch {
    // Nothing was kept.
  }
}
