/** Saves the running plan as a template of the clinic's, under a name. */
"use client";

import { useState } from "react";
import { fieldError, typedValue } from "@/app/form-state";
import { useFormAction } from "@/app/use-form-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import plan from "@/messages/en/plan.json";
import { keepAsTemplate } from "./plan-actions";

const words = plan.save_template;

export function SaveTemplate({ patientId }: { patientId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [state, act] = useFormAction(keepAsTemplate);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={words.title} closeLabel={plan.close}>
        <p className="text-secondary text-muted">{words.lead}</p>
        <form action={act} noValidate className="mt-3 grid gap-3">
          <FormMessage state={state} />
          <input type="hidden" name="patient" value={patientId} />
          <TextInput
            name="name"
            id="template-name"
            label={words.name}
            maxLength={80}
            required
            error={fieldError(state, "name")}
            defaultValue={typedValue(state, "name") ?? ""}
          />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>{plan.close}</Button>
            <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
          </div>
        </form>
      </Dialog>
    </>
  );
}
