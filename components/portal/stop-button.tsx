/** The one red control of the phone: ends the session, asks only what was felt, and the clinic is told. */
"use client";

import { Hand } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { PainLimits, StopReason } from "@/domain/home-session/check-in";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/rooms";

export function StopButton(props: {
  limits: PainLimits;
  text: Messages["portal"]["session"];
  stop: (reason: StopReason) => Promise<void>;
  pause: () => void;
}) {
  const { limits, text, stop, pause } = props;
  const [isAsking, setAsking] = useState(false);
  const reasons: readonly { reason: StopReason; label: string }[] = [
    { reason: "pain", label: fill(text.stopPain, limits) },
    { reason: "tingling", label: text.stopTingling },
    { reason: "giving_way", label: text.stopGivingWay },
  ];
  return (
    <>
      <Button
        variant="danger"
        size="lg"
        className="mt-2 text-body"
        onClick={() => {
          pause();
          setAsking(true);
        }}
      >
        <Hand aria-hidden size={19} /> {fill(text.stop, limits)}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={text.stopTitle}
        closeLabel={text.stopBack}
        footer={
          <Button size="lg" onClick={() => setAsking(false)}>
            {text.stopBack}
          </Button>
        }
      >
        <p className="mb-3">{text.stopChoose}</p>
        <div className="grid gap-2.5">
          {reasons.map(({ reason, label }) => (
            <Button
              key={reason}
              variant="danger"
              size="lg"
              onClick={() => {
                setAsking(false);
                void stop(reason);
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      </Dialog>
    </>
  );
}
