/** The clinic's frame: navigation on the left, a bar on narrow screens; or the whole screen for one page. It is given what it shows and asks for nothing. */
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { BrandMark } from "./brand-mark";
import { NavLink } from "./nav-link";
import { NavMenu } from "./nav-menu";

export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  /** How many wait there; 0 is shown, undefined is not. */
  count?: number;
  within?: readonly string[];
};

export type NavGroup = { title?: string; items: readonly NavItem[] };

export type ClinicShellProps = {
  clinicName: string;
  /** Replaces the name where a person belongs to several clinics. */
  clinicSwitch?: ReactNode;
  /** Above the navigation: the way to everything by name. */
  search?: ReactNode;
  /** Groups from the top; the last one stands at the foot (Settings). */
  nav: readonly NavGroup[];
  person: { name: string; role: string };
  /** Under the person: colours, Sign out. */
  account?: ReactNode;
  /** Above every page: demo data, rule set not adopted. */
  banner?: ReactNode;
  children: ReactNode;
};

export async function ClinicShell(props: ClinicShellProps) {
  const { clinicName, clinicSwitch, search, nav, person, account, banner, children } = props;
  const t = await getTranslations({ locale: "en", namespace: "nav" });
  return (
    // Clinic rooms are written in English whatever language this browser chose for patients' pages.
    <div lang="en" className="min-h-dvh sm:flex print:block">
      <SkipLink />
      <header className="sticky top-0 flex max-sm:z-10 max-sm:h-12 max-sm:items-center max-sm:gap-2 max-sm:border-b max-sm:border-line max-sm:bg-paper max-sm:px-4 sm:h-dvh sm:w-49 sm:shrink-0 sm:flex-col sm:overflow-y-auto sm:border-r sm:border-line sm:px-3 sm:py-4 print:hidden">
        <NavMenu label={t("menu")}>
          {clinicSwitch ?? (
            <p className="mb-3 truncate rounded-card border border-line-2 bg-surface px-2 py-2 text-caption font-medium text-ink-2">
              <span className="sr-only">{t("clinic")}: </span>
              {clinicName}
            </p>
          )}
          {search}
          <Nav label={t("main")} groups={nav} />
          <div className="mt-3 border-t border-line pt-3">
            <div className="flex items-center gap-2.5 px-2">
              <Avatar name={person.name} />
              <div className="min-w-0 leading-4">
                <div className="truncate text-secondary font-bold">{person.name}</div>
                <div className="truncate text-caption text-muted">{person.role}</div>
              </div>
            </div>
            {account === undefined ? null : (
              <div className="mt-2 flex flex-wrap items-center justify-between gap-x-1">{account}</div>
            )}
          </div>
        </NavMenu>
        <span className="flex items-center gap-2.5 text-patient font-heavy tracking-[-0.01em] sm:order-first sm:px-2 sm:pt-0.5 sm:pb-4.5">
          <BrandMark size={22} />
          {t("product")}
        </span>
        <span className="ml-auto sm:hidden">
          <Avatar name={person.name} />
        </span>
      </header>
      <div className="min-w-0 flex-1">
        <Notices>{banner}</Notices>
        <main id="content" tabIndex={-1} className="px-4 py-4 outline-none sm:px-5 print:p-0">
          {children}
        </main>
      </div>
    </div>
  );
}

/** Without navigation, for a page that needs all there is (visit entry). */
export function WholeScreenShell({ banner, children }: Pick<ClinicShellProps, "banner" | "children">) {
  return (
    <div lang="en" className="min-h-dvh">
      <SkipLink />
      <Notices>{banner}</Notices>
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
    </div>
  );
}

async function SkipLink() {
  const t = await getTranslations({ locale: "en", namespace: "nav" });
  return (
    <a
      href="#content"
      className="absolute left-2 z-20 -translate-y-20 rounded-card bg-ink px-3 py-2 text-control text-paper focus:translate-y-2"
    >
      {t("skip")}
    </a>
  );
}

async function Notices({ children }: { children: ReactNode }) {
  const t = await getTranslations({ locale: "en", namespace: "nav" });
  return children === undefined ? null : (
    <section aria-label={t("notices")} className="grid gap-2 px-4 pt-3 empty:hidden sm:px-5 print:hidden">
      {children}
    </section>
  );
}

function Nav({ label, groups }: { label: string; groups: readonly NavGroup[] }) {
  return (
    <nav aria-label={label} className="flex flex-1 flex-col gap-5">
      {groups.map((group, index) => (
        <div key={group.items[0]?.href} className={index > 0 && index === groups.length - 1 ? "mt-auto" : undefined}>
          {group.title === undefined ? null : (
            <p className="mb-1.5 px-2 text-caption font-bold text-muted">{group.title}</p>
          )}
          <ul className="grid gap-0.5">
            {group.items.map((item) => (
              <li key={item.href}>
                <NavLink href={item.href} within={item.within}>
                  {item.icon}
                  <span className="min-w-0">{item.label}</span>
                  {item.count === undefined ? null : (
                    <span className="ml-auto text-caption font-semi">{item.count}</span>
                  )}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
