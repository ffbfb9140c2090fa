/** A patient's own record: details, what was agreed to, sessions logged; language, download and sign-out. */
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { signOut } from "@/app/sign-out";
import { requireLogin } from "@/auth/actor";
import { CalendarAddress } from "@/components/portal/calendar-address";
import { fullDay } from "@/components/portal/day-words";
import { PatientCard } from "@/components/portal/patient-card";
import { SignOut } from "@/components/portal/sign-out";
import { LanguageChoice } from "@/components/shell/language-choice";
import { PatientShell } from "@/components/shell/patient-shell";
import { buttonClass } from "@/components/ui/button";
import { ownSignIn } from "@/db/own-password";
import { type LoggedSession, type PortalRecord, portalRecord } from "@/db/portal-record";
import { sharedReports } from "@/db/report-share";
import { runningSubscriptions } from "@/db/subscription";
import { fullName, recordNumber } from "@/domain/patient-name";
import { fill } from "@/messages/fill";
import { LOCALES, type Locale, type Messages, messagesFor } from "@/messages/rooms";
import { SHEETS } from "@/report/plan-sheet";
import { portalFrame } from "../portal-frame";
import { chooseMyLanguage } from "./choose-my-language";
import { choosePassword } from "./choose-password";
import { Logins } from "./logins";
import { PasswordForm } from "./password-form";
import { Reminders } from "./reminders";
import { makeCalendarAddress, stopCalendar } from "./subscriptions";

type Text = Messages["portal"]["record"];

export async function generateMetadata() {
  const { text } = await portalFrame();
  return { title: text.record.title };
}

export default async function RecordPage() {
  const frame = await portalFrame();
  const { actor, owner, phones, locale, text: room } = frame;
  const { clinic } = await requireLogin();
  const text = room.record;
  const { language } = messagesFor(locale).shell;
  const { outside } = messagesFor(locale);
  const [record, subscriptions, reports, signIn] = await Promise.all([
    portalRecord(actor),
    runningSubscriptions(actor),
    sharedReports(actor),
    ownSignIn(actor),
  ]);
  const { consents, sessions, isPaused } = record;
  return (
    <PatientShell phones={phones} tab="record" title={text.title}>
      <div className="grid gap-4">
        <PatientCard title={text.you}>
          <Details rows={detailsOf(record, locale, text)} />
          <p className="mt-2 text-body text-muted">{text.wrong}</p>
        </PatientCard>
        <PatientCard title={text.consents}>
          {consents.length === 0 ? <p>{text.noConsents}</p> : null}
          <ul className="space-y-1.5">
            {consents.map(({ item, state, on }) => (
              <li key={item}>
                {item in text.consent ? text.consent[item as keyof Text["consent"]] : item}:{" "}
                {fill(text.consentState[state], { day: fullDay(on, locale) })}
              </li>
            ))}
          </ul>
        </PatientCard>
        {isPaused ? null : (
          <PatientCard title={text.sessions}>
            {sessions.length === 0 ? <p>{text.noSessions}</p> : null}
            <ul>
              {sessions.map((session) => (
                <SessionLine key={session.id} session={session} locale={locale} text={text} />
              ))}
            </ul>
          </PatientCard>
        )}
        {isPaused ? null : (
          <PatientCard title={outside.papers.title}>
            <div className="grid gap-2.5">
              {SHEETS.map((sheet) => (
                <a key={sheet} href={`/my/record/plan?sheet=${sheet}`} download className={buttonClass("plain", "lg")}>
                  <Download aria-hidden size={18} /> {outside.papers[sheet]}
                </a>
              ))}
            </div>
          </PatientCard>
        )}
        {reports.length === 0 ? null : (
          <PatientCard title={outside.reports.title}>
            <p className="mb-3">{outside.reports.lead}</p>
            <div className="grid gap-2.5">
              {reports.map(({ id, from, to }) => (
                <a key={id} href={`/my/record/report/${id}`} download className={buttonClass("plain", "lg")}>
                  <Download aria-hidden size={18} className="shrink-0" />{" "}
                  {fill(outside.reports.one, { from: fullDay(from, locale), to: fullDay(to, locale) })}
                </a>
              ))}
            </div>
          </PatientCard>
        )}
        <PatientCard title={outside.calendar.title}>
          <CalendarAddress
            isOn={subscriptions.includes("calendar")}
            text={outside.calendar}
            make={makeCalendarAddress}
            stop={stopCalendar}
          />
        </PatientCard>
        <Reminders frame={frame} />
        <PatientCard title={text.export}>
          <p className="mb-3">{text.exportText}</p>
          <a href="/my/record/export" download className={buttonClass("plain", "lg")}>
            <Download aria-hidden size={18} /> {text.export}
          </a>
        </PatientCard>
        <PatientCard title={text.language}>
          <LanguageChoice
            current={locale}
            languages={LOCALES.map((one) => ({ locale: one, name: language[one] }))}
            action={chooseMyLanguage}
            legend={language.legend}
          />
        </PatientCard>
        <PatientCard title={text.password.title}>
          <p role="status">
            {signIn.hasPassword ? fill(text.password.isSet, { email: signIn.email ?? "" }) : text.password.none}
          </p>
          {signIn.hasPassword ? null : (
            <PasswordForm email={record.person.email} text={text.password} action={choosePassword} />
          )}
        </PatientCard>
        <Logins frame={frame} timeZone={clinic.timeZone} />
        <SignOut owner={owner} label={text.signOut} text={text.signOutAsk} action={signOut} />
      </div>
    </PatientShell>
  );
}

function detailsOf({ person, care }: PortalRecord, locale: Locale, text: Text): [label: string, value: ReactNode][] {
  const said = (value: string | null) => value ?? text.missing;
  return [
    [text.name, fullName(person)],
    [text.born, fullDay(person.birthDate, locale)],
    [text.number, recordNumber(person.number)],
    [text.phone, said(person.phone)],
    [text.email, said(person.email)],
    [text.address, said(person.address)],
    ...(person.guardianName === null ? [] : [[text.guardian, person.guardianName] as [string, ReactNode]]),
    ...(care === null
      ? []
      : ([
          [text.with, fullDay(care.startedOn, locale)],
          [text.clinician, said(care.clinician)],
          [text.nextReview, care.nextReviewOn === null ? text.missing : fullDay(care.nextReviewOn, locale)],
        ] as [string, ReactNode][])),
  ];
}

function Details({ rows }: { rows: readonly [label: string, value: ReactNode][] }) {
  return (
    <dl>
      {rows.map(([label, value]) => (
        <div key={label} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2 last:border-b-0">
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0 font-semi">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function SessionLine({ session, locale, text }: { session: LoggedSession; locale: Locale; text: Text }) {
  const { on, outcome, painDuring, painWorst24h, stopReason, note } = session;
  const pains =
    painDuring === null || painWorst24h === null ? null : fill(text.pains, { during: painDuring, worst: painWorst24h });
  return (
    <li className="border-b border-line py-2 last:border-b-0">
      <strong>{fullDay(on, locale)}</strong>: {[text.session[outcome], pains].filter(Boolean).join(", ")}
      {stopReason === null ? null : <span className="block">{text.stopped[stopReason]}</span>}
      {note === null ? null : <span className="block text-body text-muted">{note}</span>}
    </li>
  );
}
