/** The list of keys of a visit: fetched when "?" asks for it. */
import type { SaidKeys } from "@/components/shell/page-keys";
import parts from "@/messages/en/visit-parts.json";

const words = parts.shortcuts;

/** Said in the list, in the order of a visit. */
export const VISIT_KEYS: SaidKeys = {
  lead: words.lead,
  keys: [
    { keys: ["A"], words: words.allNo },
    { keys: ["P"], words: words.precautions },
    { keys: ["S"], words: words.carry },
    { keys: ["C"], words: words.confirm },
    { keys: ["X"], words: words.drop },
    { keys: ["M"], words: words.measures },
    { keys: ["T"], words: words.treatment },
    { keys: ["R"], words: words.review },
    { keys: ["J"], words: words.next },
    { keys: ["Ctrl", "Enter"], words: words.sign },
    { keys: ["0", "1", "2", "3"], words: words.grade },
    { keys: ["0", "–", "9", "1 0"], words: words.pain },
    { keys: ["N", "Y"], words: words.screening },
    { keys: ["Backspace"], words: words.clear },
    { keys: ["Enter", "↑", "↓"], words: words.move },
    { keys: ["Alt", "↑", "↓"], words: words.row },
    { keys: [";"], words: words.phrase },
    { keys: ["Esc"], words: words.restore },
  ],
};
