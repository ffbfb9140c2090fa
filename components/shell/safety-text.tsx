/** The patient's safety text in full, with the clinic's phone and the emergency number (CLINICAL 2); never shortened. */
import { Phone, PhoneCall } from "lucide-react";
import { getTranslations } from "next-intl/server";

export type ClinicPhones = {
  /** As the clinic writes it; null when the clinic has none on record. */
  clinicPhone: string | null;
  emergencyNumber: string;
};

/** What a phone dials: digits and a leading plus. */
export function dialable(phone: string): string {
  return `tel:${phone.replace(/(?!^\+)[^\d]/g, "")}`;
}

export async function SafetySentence() {
  const t = await getTranslations("shell.safety");
  return (
    <>
      <strong>{t("lead")}</strong> {t("rest")}
    </>
  );
}

const LINK = "touch-target flex min-h-7 items-center gap-1.5 text-control font-bold text-brand-ink no-underline";

export async function SafetyText({ clinicPhone, emergencyNumber }: ClinicPhones) {
  const t = await getTranslations("shell.safety");
  return (
    <section aria-label={t("label")}>
      <p className="text-secondary leading-[1.0625rem] text-ink-2">
        <SafetySentence />
      </p>
      <p className="mt-1.5 flex flex-wrap gap-x-5">
        {clinicPhone === null ? null : (
          <a href={dialable(clinicPhone)} className={LINK}>
            <Phone aria-hidden size={15} /> {t("clinic", { phone: clinicPhone })}
          </a>
        )}
        <a href={dialable(emergencyNumber)} className={LINK}>
          <PhoneCall aria-hidden size={15} /> {t("emergency", { number: emergencyNumber })}
        </a>
      </p>
    </section>
  );
}
