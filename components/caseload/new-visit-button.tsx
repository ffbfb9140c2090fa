/** Starts a visit with one press: one form for the whole list, so that it works before any script has run and weighs little. */
import { Plus } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import words from "@/messages/en/caseload.json";
import { fill } from "@/messages/fill";

const FORM_ID = "new-visit";

/** Stands once beside the list; its buttons stand in the rows. A second press finds the visit that the first one began. */
export function NewVisitForm({ action }: { action: (form: FormData) => Promise<void> }) {
  return (
    <form id={FORM_ID} action={action} className="hidden">
      <input type="hidden" name="kind" value="treatment" />
    </form>
  );
}

export type NewVisitButtonProps = {
  patientId: string;
  name: string;
  /** A link's look in the column of actions, or a small button with its sign alone. */
  look: "link" | "sign";
};

export function NewVisitButton({ patientId, name, look }: NewVisitButtonProps) {
  const shared = {
    type: "submit",
    form: FORM_ID,
    name: "patientId",
    value: patientId,
    "aria-label": fill(words.newVisitOf, { name }),
  } as const;
  return look === "link" ? (
    <button {...shared} className={buttonClass("quiet", "sm", "underline sm:px-1")}>
      {words.newVisit}
    </button>
  ) : (
    <button
      {...shared}
      title={words.newVisit}
      data-new-visit
      className={buttonClass("plain", "sm", "px-1.5 max-sm:w-11")}
    >
      <Plus aria-hidden size={16} />
    </button>
  );
}
