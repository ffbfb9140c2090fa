/** The rooms of the clinic in the order of the navigation; only rooms that have a page are asked for. */
import { BookOpen, Dumbbell, LayoutTemplate, type LucideIcon, Ruler, Settings, Users } from "lucide-react";
import nav from "@/messages/en/nav.json";
import type { NavGroup, NavItem } from "./clinic-shell";

export type ClinicRoom = "caseload" | "exercises" | "templates" | "measures" | "rules" | "settings";

const ROOMS: Record<ClinicRoom, { href: string; icon: LucideIcon; within?: readonly string[] }> = {
  // A chart is opened from the caseload and leads back to it.
  caseload: { href: "/caseload", icon: Users, within: ["/patients"] },
  exercises: { href: "/library/exercises", icon: Dumbbell },
  templates: { href: "/library/templates", icon: LayoutTemplate },
  measures: { href: "/library/measures", icon: Ruler },
  rules: { href: "/library/rules", icon: BookOpen },
  settings: { href: "/settings", icon: Settings },
};

const GROUPS: readonly { title?: string; rooms: readonly ClinicRoom[] }[] = [
  { rooms: ["caseload"] },
  { title: nav.library, rooms: ["exercises", "templates", "measures", "rules"] },
  { rooms: ["settings"] },
];

/** `counts` stand at the right end of their link. */
export function clinicNav(open: readonly ClinicRoom[], counts: Partial<Record<ClinicRoom, number>> = {}): NavGroup[] {
  const item = (room: ClinicRoom): NavItem => {
    const { href, icon: Icon, within } = ROOMS[room];
    const drawn = <Icon aria-hidden size={16} strokeWidth={1.8} className="shrink-0" />;
    return { href, label: nav[room], icon: drawn, count: counts[room], within };
  };
  return GROUPS.map(({ title, rooms }) => ({
    title,
    items: rooms.filter((room) => open.includes(room)).map(item),
  })).filter(({ items }) => items.length > 0);
}
