/** The keys of the caseload, as its legend and the list of keys say them. */
import type { PageKey } from "@/components/shell/page-keys";
import words from "@/messages/en/caseload.json";

export const CASELOAD_KEYS: readonly PageKey[] = [
  { keys: ["J", "K"], words: words.keys.move },
  { keys: ["Enter"], words: words.keys.open },
  { keys: ["N"], words: words.keys.visit },
  { keys: ["C"], words: words.keys.contact },
  { keys: ["D"], words: words.keys.missed },
  { keys: ["S"], words: words.keys.snooze },
  { keys: ["/"], words: words.keys.search },
];
