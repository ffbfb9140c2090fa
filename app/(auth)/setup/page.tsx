/** First run, on the computer the app runs on: create the clinic, or look around in the demo. Closed once a clinic exists. */

import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isOnLoopback } from "@/auth/app-address";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { firstRun } from "@/db/founding";
import { COUNTRIES } from "@/domain/vocabulary/countries";
import { messagesFor } from "@/messages/rooms";
import { CreateClinicForm } from "./create-clinic-form";
import { exploreDemo } from "./explore-demo";

export async function generateMetadata() {
  return { title: (await getTranslations("setup"))("title") };
}

export default async function SetupPage() {
  if (!(await isOnLoopback())) notFound();
  const run = await firstRun();
  if (run === "founded") notFound();

  const text = messagesFor("en").setup;
  const names = new Intl.DisplayNames("en", { type: "region" });
  const countries = COUNTRIES.map(({ code, emergencyNumber }) => ({
    code,
    emergencyNumber,
    name: names.of(code) ?? code,
  }));
  return (
    <>
      <h1 className="mb-1 text-display">{text.title}</h1>
      <p className="mb-5 text-muted">{run === "demo" ? text.leadDemo : text.lead}</p>
      <Card title={text.demoTitle} className="mb-4">
        <p className="mb-3 text-secondary text-muted">{text.demoLead}</p>
        <form action={exploreDemo}>
          <SubmitButton variant="plain" pendingLabel={text.demoPending} className="w-full">
            {text.demo}
          </SubmitButton>
        </form>
      </Card>
      <Card title={text.clinicTitle}>
        <CreateClinicForm
          text={text}
          countries={countries.sort((a, b) => a.name.localeCompare(b.name, "en"))}
          timeZones={["UTC", ...Intl.supportedValuesOf("timeZone")]}
        />
      </Card>
    </>
  );
}
