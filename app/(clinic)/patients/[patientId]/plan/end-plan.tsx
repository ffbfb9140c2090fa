/** Ends the running plan, after asking once. */
"use client";

import { useState } from "react";
import { useFormAction } from "@/app/use-form-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import words from "@/messages/en/plan.json";
import { end } from "./plan-actions";

export function EndPlan({ patientId, base }: { patientId: string; base: number }) {
  const [isOpen, setOpen] = useState(false);
  const [state, act] = useFormAction(end);
  return (
    <>
      <Button variant="danger" size="sm" onClick={() => setOpen(true)}>
        {words.end}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={words.end} closeLabel={words.close}>
        <p>{words.end_sure}</p>
        <FormMessage state={state} className="mt-2" />
        <form action={act} className="mt-4 flex justify-end gap-2">
          <input type="hidden" name="patient" value={patientId} />
          <input type="hidden" name="base" value={base} />
          <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
          <SubmitButton variant="danger">{words.end}</SubmitButton>
        </form>
      </Dialog>
    </>
  );
}
