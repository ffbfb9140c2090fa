/** What a signed visit holds, section by section; what was not recorded takes no room. */
import type { VisitEntries } from "@/domain/visit/visit-entries";
import record from "@/messages/en/record.json";
import text from "@/messages/en/visit.json";
import { pathName } from "./path-names";
import { sectionOf } from "./section-states";
import { type RecordSection, signedRows } from "./signed-rows";

/** The record's sections are fewer than the form's. */
function shownUnder(path: string): RecordSection {
  if (path.startsWith("contact.")) return "contact";
  const section = sectionOf(path);
  if (section === "since_last") return "subjective";
  if (section === "next_review") return "decision";
  return section === "pain" || path.startsWith("measure.") ? "measures" : section;
}

/** `amended`: paths corrected since; each marks its row, or its section where no row names it. */
export function SignedRecord({ entries, amended }: { entries: VisitEntries; amended: readonly string[] }) {
  return [...signedRows(entries)].map(([section, rows]) => {
    const title = text.sections[section];
    const names = amended.filter((path) => shownUnder(path) === section).map(pathName);
    const isRow = (name: string) => rows.some((row) => row.name === name);
    return (
      <section key={section} aria-label={title} className="mt-3 first:mt-0">
        <h3 className="text-secondary font-bold">
          {title} {names.every(isRow) ? null : <AmendedMark />}
        </h3>
        <dl className="grid gap-x-4 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
          {rows.map((row) => (
            <div
              key={`${row.name}: ${row.value}`}
              className="col-span-full grid grid-cols-subgrid border-t border-line py-1 text-secondary"
            >
              <dt className="text-muted">{row.name}</dt>
              <dd className="break-words whitespace-pre-line">
                {row.value} {names.includes(row.name) ? <AmendedMark /> : null}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    );
  });
}

function AmendedMark() {
  return (
    <a href="#added" className="ml-1 text-caption font-semi text-warn underline">
      {record.amendedSince}
    </a>
  );
}
