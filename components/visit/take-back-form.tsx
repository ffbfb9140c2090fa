/** Why a hold was set by mistake: typed here, kept on the device until it is taken, sent with the answer it belongs to. */
"use client";

import { isText, usePending } from "@/components/outbox/use-pending";
import { Button } from "@/components/ui/button";
import { draftPath } from "@/domain/visit/fields";
import { type FlagId, flagById } from "@/domain/vocabulary/flags";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { partName } from "./names";
import { ProseArea } from "./prose-area";
import { useDraft } from "./use-draft";

/** thresholds: override_reason_min_chars */
const REASON_MIN = 10;

export function TakeBackForm({ flag }: { flag: FlagId }) {
  const { sync, data } = useDraft();
  const path = draftPath.screening(flag);
  const place = { ...data.owner, visitId: data.visitId, of: `${path}.takeBack` };
  const [reason, setReason, forget] = usePending(place, "", isText);
  const { name } = flagById(flag);
  function takeBack() {
    sync.set(draftPath.flag(flag), { set: false, reason });
    // The answer that was refused goes with its reason this time.
    sync.set(path, sync.fields.value(path));
    forget();
  }
  return (
    <div className="mt-2 rounded-card border border-warn-line bg-warn-wash p-3">
      <p className="text-secondary text-warn">{fill(text.screening.stillHeld, { flag: name })}</p>
      <ProseArea
        fieldClassName="mt-2"
        name={`${path}.takeBack`}
        label={partName(text.screening.takeBackReason, name)}
        rows={1}
        value={reason}
        onText={setReason}
        className="min-h-9!"
      />
      <Button size="sm" className="mt-2" disabled={reason.trim().length < REASON_MIN} onClick={takeBack}>
        {text.screening.takeBack}
      </Button>
    </div>
  );
}
