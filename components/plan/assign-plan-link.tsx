/** From a patient's chart to the plan that is ready to be assigned. */
import { Send } from "lucide-react";
import { ButtonLink, type ButtonSize, type ButtonVariant } from "@/components/ui/button";
import words from "@/messages/en/plan.json";

export function AssignPlanLink({
  patientId,
  variant = "pri",
  size,
}: {
  patientId: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
}) {
  return (
    <ButtonLink href={`/patients/${patientId}/plan`} variant={variant} size={size}>
      <Send aria-hidden size={16} />
      {words.assign}
    </ButtonLink>
  );
}
