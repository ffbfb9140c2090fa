/** What the marks of the list mean, and its keys. */
import { Kbd } from "@/components/ui/kbd";
import words from "@/messages/en/caseload.json";

const KEYS = [
  { keys: ["J", "K"], label: words.keys.move },
  { keys: ["Enter"], label: words.keys.open },
  { keys: ["N"], label: words.keys.visit },
  { keys: ["S"], label: words.keys.snooze },
  { keys: ["/"], label: words.keys.search },
];

export function KeysLegend() {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-caption text-muted max-sm:hidden print:hidden">
      <p className="flex flex-wrap gap-x-4">
        <span>● {words.legend.session}</span>
        <span>– {words.legend.due}</span>
        <span>· {words.legend.none}</span>
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {KEYS.map(({ keys, label }) => (
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
