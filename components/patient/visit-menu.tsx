/** New visit, and beside it the kinds that are rarer. */
import { ChevronDown, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import words from "@/messages/en/patient.json";
import { VisitKeys } from "./visit-keys";

const OTHERS = ["decision", "contact", "did_not_attend"] as const;

export type VisitMenuProps = { patientId: string; action: (form: FormData) => Promise<void> };

export function VisitMenu({ patientId, action }: VisitMenuProps) {
  const kindForm = (kind: string, button: ReactNode) => (
    <form key={kind} action={action} data-kind={kind}>
      <input type="hidden" name="patientId" value={patientId} />
      <input type="hidden" name="kind" value={kind} />
      {button}
    </form>
  );
  return (
    <VisitKeys>
      {kindForm(
        "treatment",
        <SubmitButton className="rounded-r-none">
          <Plus aria-hidden size={16} />
          {words.visits.new}
        </SubmitButton>,
      )}
      <details className="relative">
        <summary className="grid min-h-9 list-none place-items-center rounded-r-card border border-l-on-brand/40 border-brand bg-brand px-2 text-on-brand hover:bg-brand-ink max-sm:min-h-11 max-sm:min-w-11 [&::-webkit-details-marker]:hidden">
          <span className="sr-only">{words.visits.otherKinds}</span>
          <ChevronDown aria-hidden size={16} />
        </summary>
        <div className="absolute right-0 z-5 mt-1 grid w-max gap-1 rounded-card border border-line-2 bg-surface p-2 shadow-dialog">
          {OTHERS.map((kind) =>
            kindForm(
              kind,
              <SubmitButton variant="quiet" className="w-full justify-start">
                {words.visits.kinds[kind]}
              </SubmitButton>,
            ),
          )}
        </div>
      </details>
    </VisitKeys>
  );
}
