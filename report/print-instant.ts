/** An instant as day and time in the clinic's zone. */
import { dayText } from "@/components/chart/value-text";

export function instant(at: string, zone: string): { date: string; time: string; zone: string } {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(new Date(at));
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  return { date: dayText(parts), time: time.format(new Date(at)), zone };
}
