/** Stands above every room until the clinic has a phone: the patient's safety text is not whole without it (CLINICAL 2). */
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import settings from "@/messages/en/settings.json";

const words = settings.clinic.noPhone;

export function NoPhoneBanner({ isOwner }: { isOwner: boolean }) {
  return (
    <Banner
      tone="warn"
      title={words.title}
      action={
        isOwner ? (
          <ButtonLink href="/settings/clinic" size="sm">
            {words.enter}
          </ButtonLink>
        ) : undefined
      }
    >
      {isOwner ? words.lead : `${words.lead} ${words.tell}`}
    </Banner>
  );
}
