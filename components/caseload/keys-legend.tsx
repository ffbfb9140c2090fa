/** What the marks of the list mean, and its keys. */
import { Kbd } from "@/components/ui/kbd";
import words from "@/messages/en/caseload.json";
import { CASELOAD_KEYS } from "./caseload-key-list";

export function KeysLegend() {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-caption text-muted max-sm:hidden print:hidden">
      <p className="flex flex-wrap gap-x-4">
        <span>● {words.legend.session}</span>
        <span>– {words.legend.due}</span>
        <span>· {words.legend.none}</span>
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {CASELOAD_KEYS.map(({ keys, words: label }) => (
          <li key={label} className="flex items-center gap-1.5">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
