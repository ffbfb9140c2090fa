/** What holds for an item of the plan today: paused, limited, on a smaller dose; or hidden by a condition, and the override that gives it all the same. */
import { dayText } from "@/components/chart/value-text";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { TextArea } from "@/components/ui/text-input";
import { asksForFormerDose } from "@/domain/plan/item";
import type { ShelfItem } from "@/domain/plan/shelf";
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";
import type { ChangeItem, DraftItem, PlanEditorData } from "./plan-data";
import { doseLine, listed } from "./plan-words";

const text = words.item;

export function Standing({
  item,
  data,
  shelf,
  change,
}: {
  item: DraftItem;
  data: PlanEditorData;
  shelf: ShelfItem | undefined;
  change: ChangeItem;
}) {
  const isDue = asksForFormerDose(item, data.today);
  return (
    <div className="mt-1 grid gap-1 empty:hidden">
      {item.paused === null ? null : (
        <div>
          <Chip tone="warn">{text.paused[item.paused]}</Chip>
        </div>
      )}
      {shelf !== undefined && !shelf.allowed && item.paused === null ? (
        <p className="text-secondary font-semi text-bad">{text.closed}</p>
      ) : null}
      {(shelf?.verdict.texts ?? []).map(({ condition, text: said }) => (
        <p key={condition} className="rounded-chip bg-warn-wash px-2 py-1 text-caption text-warn">
          <strong>{data.names.conditions[condition]}:</strong> {said}
        </p>
      ))}
      {item.reduced === null ? null : (
        <div className="rounded-chip bg-same-wash px-2 py-1 text-caption text-same">
          <p>
            {isDue
              ? fill(text.former_due, { on: dayText(item.reduced.until) })
              : fill(text.reduced, { on: dayText(item.reduced.until), dose: doseLine(item.reduced.dose) })}
          </p>
          <Button size="sm" variant="quiet" onClick={() => change({ reduced: null })}>
            {text.former}
          </Button>
        </div>
      )}
    </div>
  );
}

export function HiddenItem({
  item,
  hidden,
  data,
  change,
}: {
  item: DraftItem;
  hidden: readonly string[];
  data: PlanEditorData;
  change: ChangeItem;
}) {
  const conditions = listed(hidden, data.names.conditions);
  return (
    <div className="grid gap-2 border-t border-line bg-bad-wash p-3 text-secondary text-bad">
      <p className="font-semi">{fill(text.hidden, { conditions })}</p>
      {item.override === null ? (
        <div>
          <Button size="sm" onClick={() => change({ override: { conditions: [...hidden], reason: "" } })}>
            {text.override}
          </Button>
        </div>
      ) : (
        <TextArea
          name={`${item.id}.override`}
          label={fill(text.override_reason, { conditions })}
          hint={fill(text.override_hint, { n: data.reasonMin })}
          rows={2}
          maxLength={1000}
          value={item.override.reason}
          onChange={(event) => change({ override: { conditions: [...hidden], reason: event.target.value } })}
        />
      )}
    </div>
  );
}
