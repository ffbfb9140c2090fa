/** Starts a visit with one press: a form of its own, so that it works before any script has run. */
import { Plus } from "lucide-react";
import { SubmitButton } from "@/components/ui/submit-button";
import words from "@/messages/en/caseload.json";
import { fill } from "@/messages/fill";

export type NewVisitButtonProps = {
  patientId: string;
  name: string;
  action: (form: FormData) => Promise<void>;
  /** A link's look in the column of actions, or a small button with its sign alone. */
  look: "link" | "sign";
};

export function NewVisitButton({ patientId, name, action, look }: NewVisitButtonProps) {
  const label = fill(words.newVisitOf, { name });
  return (
    <form action={action}>
      <input type="hidden" name="patientId" value={patientId} />
      <input type="hidden" name="kind" value="treatment" />
      {look === "link" ? (
        <SubmitButton size="sm" variant="quiet" aria-label={label} className="underline sm:px-1">
          {words.newVisit}
        </SubmitButton>
      ) : (
        <SubmitButton
          size="sm"
          variant="plain"
          aria-label={label}
          title={words.newVisit}
          data-new-visit
          className="px-1.5 max-sm:w-11"
        >
          <Plus aria-hidden size={16} />
        </SubmitButton>
      )}
    </form>
  );
}
