/** Settings open on the clinic. */
import { redirect } from "next/navigation";

export default function SettingsPage() {
  redirect("/settings/clinic");
}
