/** The four rooms of a patient, under the thumb. */
import { ChartLine, ClipboardList, FileText, type LucideIcon, Sun } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { classNames } from "@/components/ui/class-names";

export type PatientTab = "today" | "progress" | "questions" | "record";

const TABS: readonly { id: PatientTab; href: string; icon: LucideIcon }[] = [
  { id: "today", href: "/my", icon: Sun },
  { id: "progress", href: "/my/progress", icon: ChartLine },
  { id: "questions", href: "/my/questionnaires", icon: ClipboardList },
  { id: "record", href: "/my/record", icon: FileText },
];

/** `current` marks the open room; `only` leaves out rooms that have no page. */
export async function PatientTabs({ current, only }: { current: PatientTab; only?: readonly PatientTab[] }) {
  const t = await getTranslations("shell.portal");
  const shown = TABS.filter(({ id }) => only === undefined || only.includes(id));
  return (
    <nav aria-label={t("tabs")} className="border-t border-line print:hidden">
      <ul className="mx-auto flex max-w-120 pb-[env(safe-area-inset-bottom)]">
        {shown.map(({ id, href, icon: Icon }) => (
          <li key={id} className="min-w-0 flex-1">
            <Link
              href={href}
              prefetch={false}
              aria-current={id === current ? "page" : undefined}
              className={classNames(
                "flex min-h-16 flex-col items-center justify-center gap-0.5 px-1 text-center text-secondary wrap-anywhere font-bold -outline-offset-4",
                id === current ? "text-brand-ink" : "text-muted",
              )}
            >
              <Icon aria-hidden size={22} strokeWidth={1.8} />
              {t(id)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
