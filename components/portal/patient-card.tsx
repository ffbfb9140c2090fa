/** A card with a heading of the patient's size. */
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

export function PatientCard({ title, children }: { title: string; children: ReactNode }) {
  return <Card title={<span className="text-section">{title}</span>}>{children}</Card>;
}
