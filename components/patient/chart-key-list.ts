/** The keys of a patient's pages, as the list of keys says them. */
import type { PageKey } from "@/components/shell/page-keys";
import words from "@/messages/en/patient.json";

export const CHART_KEYS: readonly PageKey[] = [
  { keys: ["N"], words: words.visits.new },
  { keys: ["C"], words: words.visits.kinds.contact },
  { keys: ["D"], words: words.visits.kinds.did_not_attend },
];
