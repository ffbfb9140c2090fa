/** The clinic's name, zone, hours and the two numbers patients call. */
import { notFound } from "next/navigation";
import { requireStaff } from "@/auth/actor";
import { Card } from "@/components/ui/card";
import { readClinic } from "@/db/clinic";
import text from "@/messages/en/settings.json";
import { SettingsFrame } from "../settings-frame";
import { ClinicForm } from "./clinic-form";

export const metadata = { title: text.clinic.title };

export default async function ClinicSettingsPage() {
  const actor = await requireStaff();
  const clinic = await readClinic(actor);
  if (!clinic) notFound();
  return (
    <SettingsFrame open="clinic">
      <Card title={text.clinic.title}>
        {actor.role === "owner" ? (
          <ClinicForm clinic={clinic} timeZones={["UTC", ...Intl.supportedValuesOf("timeZone")]} />
        ) : (
          <>
            <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
              {(["name", "timeZone", "phone", "hours", "emergencyNumber", "ownLoginAge"] as const).map((field) => (
                <div key={field} className="contents">
                  <dt className="text-secondary text-muted">{text.clinic[field]}</dt>
                  <dd>{clinic[field] ?? text.clinic.none}</dd>
                </div>
              ))}
            </dl>
            <p className="mt-3 text-secondary text-muted">{text.clinic.readOnly}</p>
          </>
        )}
      </Card>
    </SettingsFrame>
  );
}
