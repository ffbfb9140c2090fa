/** The rooms of a patient's chart; which one is open is read from the address, since the frame outlives its pages. */
"use client";

import { usePathname } from "next/navigation";
import { Tabs } from "@/components/ui/tabs";
import words from "@/messages/en/patient.json";

const ROOMS = ["progress", "visits", "plan", "reports", "record"] as const;

export function ChartTabs({ patientId }: { patientId: string }) {
  const pathname = usePathname();
  const items = ROOMS.map((room) => {
    const href = room === "progress" ? `/patients/${patientId}` : `/patients/${patientId}/${room}`;
    return { href, label: words.chart.rooms[room], current: pathname === href };
  });
  return <Tabs label={words.chart.tabs} items={items} className="mb-4" />;
}
