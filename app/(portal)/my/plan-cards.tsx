/** Two cards of Today: what changed in the plan, until it was seen, and why these exercises, without blame. */
import { PatientCard } from "@/components/portal/patient-card";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PortalPlan } from "@/db/portal-plan";
import type { Messages } from "@/messages/rooms";

type PlanChangedProps = {
  changes: readonly string[];
  gotIt: () => Promise<void>;
  text: Messages["portal"]["changed"];
};

export function PlanChanged({ changes, gotIt, text }: PlanChangedProps) {
  if (changes.length === 0) return null;
  return (
    <PatientCard title={text.title}>
      <ul className="list-disc space-y-1 pl-5">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <form action={gotIt} className="mt-3">
        <SubmitButton size="lg" variant="plain" pendingLabel={text.gotIt}>
          {text.gotIt}
        </SubmitButton>
      </form>
    </PatientCard>
  );
}

type WhyTheseProps = {
  plan: Pick<PortalPlan, "phase" | "outsideModel">;
  /** The stage was entered by an override of its gate. */
  isMovedOn: boolean;
  text: Messages["portal"]["why"];
};

export function WhyThese({ plan: { phase, outsideModel }, isMovedOn, text }: WhyTheseProps) {
  return (
    <PatientCard title={text.title}>
      <p>{outsideModel || phase === "hold" ? text.outside : text[phase]}</p>
      {isMovedOn ? <p className="mt-2">{text.override}</p> : null}
    </PatientCard>
  );
}
