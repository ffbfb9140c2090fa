/** What the clinic lacks of this device, said before its owner signs out. */
"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import text from "@/messages/en/device-questions.json";
import { saidChanges } from "./device-drafts";

type SignOutQuestionProps = {
  /** Changes the clinic lacks. */
  unsent: number;
  /** Sending them was tried and left some behind. */
  isNotSent: boolean;
  isPending: boolean;
  action: () => Promise<void>;
  onSend: () => void;
  onStay: () => void;
};

export function SignOutQuestion({ unsent, isNotSent, isPending, action, onSend, onStay }: SignOutQuestionProps) {
  return (
    <div lang="en">
      <Dialog open onClose={onStay} title={text.title} closeLabel={text.close}>
        <p className="mb-1 font-strong">{saidChanges(unsent)}</p>
        <p className="mb-3 text-muted">{text.lead}</p>
        {isNotSent ? <FormMessage state={{ status: "refused", message: text.notSent }} className="mb-3" /> : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onStay}>{text.stay}</Button>
          <form action={action}>
            <Button type="submit">{text.signOutAnyway}</Button>
          </form>
          <Button variant="pri" onClick={onSend} aria-disabled={isPending || undefined}>
            {isPending ? text.sending : text.sendNow}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
