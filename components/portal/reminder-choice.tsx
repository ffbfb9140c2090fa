/** Reminders by email: from which hour, on and off, where they go and what became of the last one. */
"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { SelectInput } from "@/components/ui/select-input";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/rooms";

type Props = {
  /** null: switched off. */
  hour: number | null;
  address: string;
  /** What became of the last one, in words. */
  last: { text: string; isFault: boolean } | null;
  text: Messages["outside"]["reminder"];
  start: (hour: number) => Promise<void>;
  stop: () => Promise<void>;
};

const HOURS = Array.from({ length: 16 }, (_, index) => index + 6);
const EVENING = 18;
const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

export function ReminderChoice({ hour, address, last, text, start, stop }: Props) {
  const [chosen, choose] = useState<string>(String(hour ?? EVENING));
  const [isPending, act] = useTransition();
  const doing = (work: () => Promise<void>) => () => (isPending ? undefined : act(work));
  return (
    <div className="grid gap-3">
      <p className="wrap-anywhere">{fill(text.lead, { address })}</p>
      <p role="status" className={hour === null ? "sr-only" : "font-semi"}>
        {hour === null ? text.isOff : fill(text.isOn, { hour: clock(hour) })}
      </p>
      {last === null ? null : (
        <p className={last.isFault ? "font-semi text-bad" : "text-body text-muted"}>{last.text}</p>
      )}
      <SelectInput
        name="reminder-hour"
        label={text.hour}
        hint={text.hourHint}
        value={chosen}
        onChange={(value) => choose(value ?? chosen)}
        options={HOURS.map((one) => ({ value: String(one), label: clock(one) }))}
      />
      <Button size="lg" aria-disabled={isPending || undefined} onClick={doing(() => start(Number(chosen)))}>
        {hour === null ? text.start : text.move}
      </Button>
      {hour === null ? null : (
        <Button size="lg" aria-disabled={isPending || undefined} onClick={doing(stop)}>
          {text.stop}
        </Button>
      )}
    </div>
  );
}
