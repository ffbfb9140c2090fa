/** The whole of what a patient sees while exercises are paused (CLINICAL 2): no reason, no figure, no progress. */
import { Pause, Phone, PhoneCall } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { BrandMark } from "./brand-mark";
import { Dock } from "./patient-shell";
import { type PatientTab, PatientTabs } from "./patient-tabs";
import { type ClinicPhones, dialable, SafetySentence } from "./safety-text";

export type HoldScreenProps = {
  phones: ClinicPhones;
  /** Name and, where recorded, opening hours: "Harbour Street Physiotherapy, Monday to Friday, 8:00–18:00." */
  clinic: string;
  tabs?: readonly PatientTab[];
};

export async function HoldScreen({ phones: { clinicPhone, emergencyNumber }, clinic, tabs }: HoldScreenProps) {
  const t = await getTranslations("shell.hold");
  return (
    <div className="flex min-h-dvh flex-col text-patient">
      <main className="mx-auto w-full max-w-120 flex-1 px-5 pt-4 pb-6">
        <BrandMark size={22} />
        <span className="mt-14 grid size-16 place-items-center rounded-full border border-line-2 bg-sunken text-ink-2">
          <Pause aria-hidden size={28} />
        </span>
        <h1 className="mt-6 text-display">{t("title")}</h1>
        <p className="mt-1 text-[1.0625rem]">{t("advice")}</p>
        <Card className="mt-4">
          <p className="leading-6">
            <SafetySentence />
          </p>
        </Card>
        <div className="mt-4 grid gap-2.5">
          {clinicPhone === null ? null : (
            <a href={dialable(clinicPhone)} className={buttonClass("pri", "lg")}>
              <Phone aria-hidden size={19} /> {t("callClinic", { phone: clinicPhone })}
            </a>
          )}
          <a href={dialable(emergencyNumber)} className={buttonClass("plain", "lg")}>
            <PhoneCall aria-hidden size={19} /> {t("emergency", { number: emergencyNumber })}
          </a>
        </div>
        <p className="mt-4 text-body text-muted">
          {clinic} {t("note")}
        </p>
      </main>
      <Dock>
        <PatientTabs current="today" only={tabs} />
      </Dock>
    </div>
  );
}
