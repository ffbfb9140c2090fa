/** The audit trail of a patient in words: who did what and when. It holds no values, so none are shown. */
import { dayText } from "@/components/chart/value-text";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Pagination } from "@/components/ui/pagination";
import type { patientTrail } from "@/db/patient-data";
import { dayIn } from "@/domain/clinic-clock";
import { CASELOAD_REASONS } from "@/domain/vocabulary/caseload-reasons";
import { CONSENT_ITEMS } from "@/domain/vocabulary/consent";
import { DISCHARGE_REASONS } from "@/domain/vocabulary/discharge";
import caseloadWords from "@/messages/en/caseload.json";
import words from "@/messages/en/patient.json";
import { fill } from "@/messages/fill";

type Event = Awaited<ReturnType<typeof patientTrail>>[number];
const text = words.record;
const ACTIONS: Readonly<Record<string, string>> = text.actions;
const FIELDS: Readonly<Record<string, string>> = words.fields;
const STATES: Readonly<Record<string, string>> = text.states;

type Props = { events: readonly Event[]; timeZone: string; before: number | undefined; room: string };

export function Trail({ events, timeZone, before, room }: Props) {
  const last = events.at(-1);
  const hasMore = last !== undefined && last.seq > 1 && events.length === 50;
  return (
    <Card title={text.trail}>
      <DataTable
        dense
        caption={text.trailCaption}
        captionHidden
        columns={(["at", "by", "what"] as const).map((key) => ({ key, header: text.columns[key] }))}
        rows={events.map((event) => ({
          key: String(event.seq),
          cells: { at: momentText(event.at, timeZone), by: event.byName ?? text.system, what: actionText(event) },
        }))}
      />
      <Pagination
        label={text.trail}
        previous={before === undefined ? null : { href: room, label: text.trailBack }}
        next={hasMore ? { href: `${room}?before=${last.seq}`, label: text.trailMore } : null}
      />
    </Card>
  );
}

function momentText(at: Date, timeZone: string): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
  return `${dayText(dayIn(timeZone, at))}, ${time}`;
}

/** An action without words is shown as it is, never dropped. */
function actionText({ action, fields, detail }: Event): string {
  const { reason, item, state } = detail;
  return fill(ACTIONS[action.replace(".", "_")] ?? action, {
    fields: fields.map((field) => FIELDS[field] ?? field).join(", "),
    item: CONSENT_ITEMS.find(({ id }) => id === item)?.label ?? "",
    state: STATES[String(state)] ?? "",
    reason: reasonName(reason),
  });
}

function reasonName(id: unknown): string {
  const discharge = DISCHARGE_REASONS.find((reason) => reason.id === id)?.label;
  const caseload = CASELOAD_REASONS.find((reason) => reason.id === id);
  return discharge ?? (caseload ? caseloadWords.filtersShort[caseload.id] : "");
}
