/** The secret address of a patient's calendar: made on request, shown once, ended at any time. */
"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { Messages } from "@/messages/rooms";

type Props = {
  isOn: boolean;
  text: Messages["outside"]["calendar"];
  make: () => Promise<string | null>;
  stop: () => Promise<void>;
};

export function CalendarAddress({ isOn: wasOn, text, make, stop }: Props) {
  const [address, setAddress] = useState<string | null>(null);
  const [isOn, setOn] = useState(wasOn);
  const [fault, setFault] = useState<string | null>(null);
  const [isPending, start] = useTransition();
  const begin = () =>
    start(async () => {
      const made = await make();
      setFault(made === null ? text.noAddress : null);
      if (made === null) return;
      setAddress(made);
      setOn(true);
    });
  const end = () =>
    start(async () => {
      await stop();
      setAddress(null);
      setOn(false);
    });
  return (
    <div className="grid gap-3">
      <p>{text.lead}</p>
      {address === null ? null : (
        <TextInput
          name="calendar-address"
          label={text.address}
          hint={text.copyHint}
          value={address}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <p role="status" className={isOn && address === null ? "font-semi" : "sr-only"}>
        {isOn ? text.isOn : ""}
      </p>
      <p role="alert" className="font-semi text-bad">
        {fault}
      </p>
      <Button size="lg" aria-disabled={isPending || undefined} onClick={() => (isPending ? undefined : begin())}>
        {isOn ? text.makeNew : text.make}
      </Button>
      {isOn ? (
        <Button size="lg" aria-disabled={isPending || undefined} onClick={() => (isPending ? undefined : end())}>
          {text.stop}
        </Button>
      ) : null}
    </div>
  );
}
