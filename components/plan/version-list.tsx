/** Every version of the running plan, newest first, with what it changed. */
import { dayText } from "@/components/chart/value-text";
import { Disclosure } from "@/components/ui/disclosure";
import type { PlanChange } from "@/domain/plan/difference";
import type { Phase } from "@/domain/vocabulary/phases";
import words from "@/messages/en/plan.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import { changeWords, listed, type Names } from "./plan-words";

export type VersionListProps = {
  versions: readonly {
    number: number;
    on: string;
    by: string;
    phase: Phase;
    note: string | null;
    count: number;
    changes: readonly PlanChange[] | null;
    leftOut: readonly { exercise: string }[];
  }[];
  exercises: Names;
};

export function VersionList({ versions, exercises }: VersionListProps) {
  if (versions.length === 0) return null;
  return (
    <section id="versions" className="mt-6">
      <h2 className="text-section">{words.versions.title}</h2>
      <ol className="mt-2 divide-y divide-line rounded-card border border-line bg-surface px-4" reversed>
        {versions.map((version, index) => (
          <li key={version.number} className="py-1">
            <Disclosure
              open={index === 0}
              summary={
                <span>
                  {fill(words.versions.version, { n: version.number })}{" "}
                  <span className="text-secondary font-normal text-muted">
                    {fill(words.versions.by, {
                      on: dayText(version.on),
                      by: version.by,
                      phase: status.phase[version.phase],
                    })}
                  </span>
                </span>
              }
            >
              <Changes version={version} exercises={exercises} />
            </Disclosure>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Changes({ version, exercises }: { version: VersionListProps["versions"][number]; exercises: Names }) {
  const { changes, count, note, leftOut } = version;
  return (
    <div className="text-secondary">
      {changes === null ? <p>{fill(words.versions.first, { n: count })}</p> : null}
      {changes !== null && changes.length === 0 ? <p className="text-muted">{words.versions.same}</p> : null}
      {changes === null || changes.length === 0 ? null : (
        <ul className="list-disc pl-5">
          {changes.map((change) => (
            <li key={JSON.stringify(change)}>{changeWords(change, exercises)}</li>
          ))}
        </ul>
      )}
      {leftOut.length === 0 ? null : (
        <p className="mt-1 text-muted">
          {fill(words.versions.left_out, {
            names: listed(
              leftOut.map(({ exercise }) => exercise),
              exercises,
            ),
          })}
        </p>
      )}
      {note === null ? null : <p className="mt-1">{fill(words.versions.note, { note })}</p>}
    </div>
  );
}
