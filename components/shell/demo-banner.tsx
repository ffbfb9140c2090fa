/** Says that everything here is made up, and offers the other side of the demo. */
import { FlaskConical } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

export type DemoBannerProps = {
  label: string;
  /** For staff with the password that Sign visit asks for. */
  lead: string;
  switchTo: { as: "clinician" | "patient"; label: string } | null;
  /** Reads field `as`. */
  switchAction: (form: FormData) => Promise<void>;
  className?: string;
};

export function DemoBanner({ label, lead, switchTo, switchAction, className }: DemoBannerProps) {
  return (
    <Banner
      tone="warn"
      icon={FlaskConical}
      title={label}
      className={className}
      action={
        switchTo === null ? undefined : (
          <form action={switchAction}>
            <Button type="submit" size="sm" name="as" value={switchTo.as}>
              {switchTo.label}
            </Button>
          </form>
        )
      }
    >
      {lead}
    </Banner>
  );
}
