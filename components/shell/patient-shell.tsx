/** The frame of one patient page: its content, its one action, and the safety text above the tabs at all times. */
import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark";
import { DockRoom } from "./dock-room";
import { type PatientTab, PatientTabs } from "./patient-tabs";
import { type ClinicPhones, SafetyText } from "./safety-text";

export type PatientShellProps = {
  phones: ClinicPhones;
  /** The open room; without it (player, finish) there are no tabs. */
  tab?: PatientTab;
  tabs?: readonly PatientTab[];
  /** The page's heading; the player, whose heading changes with the exercise, brings its own. */
  title?: ReactNode;
  /** Above the title: the date, the way back. */
  above?: ReactNode;
  /** Demo data, offline. */
  banner?: ReactNode;
  /** The page's one action ("Start session"), within the thumb's reach. */
  action?: ReactNode;
  children: ReactNode;
};

export function PatientShell({ phones, tab, tabs, title, above, banner, action, children }: PatientShellProps) {
  return (
    <div className="flex min-h-dvh flex-col text-patient">
      <main className="mx-auto w-full max-w-120 flex-1 px-5 pt-4 pb-6">
        {banner}
        {title === undefined ? null : (
          <header className="mb-3 flex items-start justify-between gap-4">
            <div className="min-w-0">
              {above === undefined ? null : <div className="text-body text-muted">{above}</div>}
              <h1 className="text-display">{title}</h1>
            </div>
            <BrandMark size={22} className="mt-1 shrink-0" />
          </header>
        )}
        {children}
      </main>
      {/* As wide as the content above it, whose width counts its edges in. */}
      <Dock>
        {action === undefined ? null : (
          <div className="border-t border-line bg-paper px-5 py-2.5 has-data-slot:not-has-[button]:hidden print:hidden">
            <div className="mx-auto max-w-110">{action}</div>
          </div>
        )}
        <div className="border-t border-line-2 bg-surface px-5 pt-2.5 pb-2">
          <div className="mx-auto max-w-110">
            <SafetyText {...phones} />
          </div>
        </div>
        {tab === undefined ? null : <PatientTabs current={tab} only={tabs} />}
      </Dock>
    </div>
  );
}

/** Stays in sight, unless the window is so low (zoomed in, on its side) that it would hide the page itself. */
export function Dock({ children }: { children: ReactNode }) {
  return (
    <footer className="z-10 bg-surface [@media(min-height:36rem)]:sticky [@media(min-height:36rem)]:bottom-0">
      <DockRoom />
      {children}
    </footer>
  );
}
