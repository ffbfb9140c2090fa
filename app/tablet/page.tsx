/** The clinic's tablet in a patient's hands: their questionnaires, and a way back for who handed it over. */

import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { findTablet } from "@/auth/actor";
import { ownerOf } from "@/components/outbox/owner";
import { QuestionRoom } from "@/components/questionnaire/question-room";
import { UnlockTablet } from "@/components/questionnaire/unlock-tablet";
import { BrandMark } from "@/components/shell/brand-mark";
import { FreshOnReturn } from "@/components/shell/fresh-on-return";
import { patientLanguage, tabletQuestions } from "@/db/questionnaire";
import { isUuid } from "@/domain/new-id";
import { fill } from "@/messages/fill";
import { instrumentWords } from "@/messages/instrument-words";
import { LOCALES, messagesFor, readLocale } from "@/messages/rooms";
import { unlockTablet } from "./unlock";
import "@/app/globals.css";

export const metadata: Metadata = { title: messagesFor("en").questionnaire.title };

type Props = { searchParams: Promise<{ language?: string; visit?: string }> };

export default async function TabletPage({ searchParams }: Props) {
  const tablet = await findTablet();
  // Nobody's tablet: the caseload, or the way in.
  if (tablet === null) redirect("/caseload");
  const { staff, actor } = tablet;
  const { language, visit } = await searchParams;
  const locale = readLocale(language ?? (await patientLanguage(actor)).split("-")[0]);
  const { questionnaire: text, shell } = messagesFor(locale);
  const found = await tabletQuestions(actor, locale);
  const owner = ownerOf(actor);
  const visitId = visit !== undefined && isUuid(visit) ? visit : null;
  const stay = visitId === null ? "" : `&visit=${visitId}`;
  return (
    <main lang={locale} className="mx-auto min-h-dvh w-full max-w-150 px-5 pt-5 pb-8 text-patient">
      <FreshOnReturn />
      <header className="mb-4 flex items-start justify-between gap-4">
        <div>
          <p className="text-body text-muted">{fill(text.tablet.hello, { name: found.givenName })}</p>
          <h1 className="text-display">{text.tablet.title}</h1>
          <p className="mt-1">{text.tablet.lead}</p>
        </div>
        <BrandMark size={22} className="mt-1 shrink-0" />
      </header>
      <nav aria-label={text.tablet.language} className="mb-4 flex gap-4">
        {LOCALES.map((one) => (
          <Link
            key={one}
            href={`/tablet?language=${one}${stay}`}
            lang={one}
            aria-current={one === locale ? "true" : undefined}
            className="flex min-h-11 items-center font-semi text-brand-ink aria-[current]:text-ink aria-[current]:no-underline"
          >
            {shell.language[one]}
          </Link>
        ))}
      </nav>
      {found.due.instruments.length === 0 ? (
        <p>{found.isEnded ? text.ended : text.none}</p>
      ) : (
        <QuestionRoom
          key={locale}
          owner={owner}
          patientId={actor.patientId}
          due={found.due.instruments}
          activities={found.activities}
          thighs={found.thighs}
          language={locale}
          words={instrumentWords(locale)}
          text={text}
          after={<p>{text.tablet.giveBack}</p>}
        />
      )}
      {found.due.untranslated.length > 0 ? <p className="mt-4 text-muted">{text.untranslated}</p> : null}
      <UnlockTablet
        owner={owner}
        back={visitId === null ? `/patients/${actor.patientId}` : `/visits/${visitId}`}
        text={text.tablet}
        action={unlockTablet.bind(null, locale)}
      />
      <p className="mt-2 text-caption text-muted">{fill(text.tablet.who, { name: staff.personName })}</p>
    </main>
  );
}
