/** What was added to a signed visit, old and new side by side, and how it would read differently now. */
import { TriangleAlert } from "lucide-react";
import { noticeWords } from "@/components/assessment/notice-words";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import type { VisitAssessment } from "@/domain/assessment";
import type { CalendarDay } from "@/domain/calendar-day";
import text from "@/messages/en/record.json";
import status from "@/messages/en/status.json";
import visit from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { regressWords, statementWords } from "@/messages/reason-words";
import { sayField } from "./amend-editors";
import { SIDE_WORDS } from "./names";
import { pathName } from "./path-names";

export type AdditionLine = {
  id: string;
  kind: "amend" | "void" | "co_sign" | "return";
  reason: string | null;
  by: string;
  at: string;
  changes: { path: string; old: unknown; new: unknown }[];
};

const DONE = { amend: text.amended, void: text.voided, co_sign: text.cosigned, return: text.returned };

export function RecordAdditions({ events }: { events: AdditionLine[] }) {
  if (events.length === 0) return null;
  return (
    <Card id="added" title={text.added}>
      <ul className="grid gap-3 text-secondary">
        {events.map(({ id, kind, reason, by, at, changes }) => (
          <li key={id} className="grid gap-1">
            <b>{fill(DONE[kind], { at, name: by })}</b>
            {reason === null ? null : <span className="break-words">{reason}</span>}
            {changes.map((change) => (
              <Compared
                key={change.path}
                name={pathName(change.path)}
                heads={[text.old, text.new]}
                sides={[sayField(change.path, change.old), sayField(change.path, change.new)]}
              />
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What was concluded at signing and what stands since the co-signature, side by side; only what differs. */
export function CosignedResult({
  signed,
  stands,
  dayZero,
}: {
  signed: VisitAssessment;
  stands: VisitAssessment;
  dayZero: CalendarDay;
}) {
  const differing = compare(signed, stands, dayZero);
  if (differing.length === 0) return null;
  return (
    <Card title={text.cosigned_result.title}>
      <div className="grid gap-3 text-secondary">
        {differing.map(({ name, sides }) => (
          <Compared
            key={name}
            name={name}
            heads={[text.cosigned_result.signed, text.cosigned_result.stands]}
            sides={sides}
          />
        ))}
      </div>
    </Card>
  );
}

function compare(before: VisitAssessment, after: VisitAssessment, dayZero: CalendarDay) {
  const others = linesOf(after, before, dayZero);
  return linesOf(before, after, dayZero).flatMap(({ name, said }, index) => {
    const other = others[index]?.said ?? "";
    return said === other ? [] : [{ name, sides: [said, other] as const }];
  });
}

/** Old and new result side by side; only what differs. */
export function ReadsDifferently({
  stands,
  now,
  dayZero,
}: {
  stands: VisitAssessment;
  now: VisitAssessment;
  dayZero: CalendarDay;
}) {
  const differing = compare(stands, now, dayZero);
  return (
    <Card title={text.difference.title}>
      <Banner tone="warn" icon={TriangleAlert}>
        {text.difference.lead}
      </Banner>
      <div className="mt-2 grid gap-3 text-secondary">
        {differing.length === 0 ? <p>{text.difference.more}</p> : null}
        {differing.map(({ name, sides }) => (
          <Compared key={name} name={name} heads={[text.difference.stands, text.difference.now]} sides={sides} />
        ))}
      </div>
    </Card>
  );
}

function Compared({
  name,
  heads,
  sides,
}: {
  name: string;
  heads: readonly [string, string];
  sides: readonly [string, string];
}) {
  return (
    <div>
      <p className="font-semi">{name}</p>
      <dl className="grid grid-cols-2 gap-3">
        {heads.map((head, index) => (
          <div key={head} className="min-w-0">
            <dt className="text-caption text-muted">{head}</dt>
            <dd className="break-words">{sides[index]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Of the notices those that the other result doesn't have. */
function linesOf(
  result: VisitAssessment,
  other: VisitAssessment,
  dayZero: CalendarDay,
): { name: string; said: string }[] {
  const words = text.difference;
  const { phase_before, phase_after, gate, regress, pattern, safety, notices, warnings } = result;
  const shared = new Set<string>([...other.notices, ...other.warnings]);
  const own = [...notices, ...warnings].filter((code) => !shared.has(code));
  const phases = [...new Set([phase_before, phase_after])].map((phase) => status.phase[phase]);
  return [
    { name: words.phase, said: phases.join(" → ") },
    { name: words.gate, said: gate === null ? words.none : `${gate.id}: ${status.gate[gate.status]}` },
    { name: words.regress, said: regress === null ? words.none : regressWords(regress) },
    ...(["L", "R"] as const).map((side) => ({
      name: fill(words.pattern, { side: SIDE_WORDS[side] }),
      said: pattern === null ? visit.rail.suppressed : statementWords(pattern[side]),
    })),
    { name: words.safety, said: safety.flags.join(", ") || words.none },
    {
      name: words.notices,
      said: own.map((code) => noticeWords(code, dayZero)).join(" · ") || words.none,
    },
  ];
}
