/** A paper diary typed in at the visit, and its printed pages. */

import { Printer } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireClinician } from "@/auth/actor";
import { DiaryGrid } from "@/components/diary/diary-grid";
import { emptyDay } from "@/components/diary/diary-keys";
import { ownerOf } from "@/components/outbox/owner";
import { weekdayAndDay } from "@/components/portal/day-words";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { diaryPage } from "@/db/diary";
import { addDays, isCalendarDay } from "@/domain/calendar-day";
import type { DiaryDay } from "@/domain/home-session/diary";
import { isUuid } from "@/domain/new-id";
import words from "@/messages/en/diary.json";
import { saveDiaryOf } from "./save-diary";

export const metadata: Metadata = { title: words.title };

type Props = { params: Promise<{ patientId: string }>; searchParams: Promise<{ from?: string }> };

export default async function DiaryRoom({ params, searchParams }: Props) {
  const actor = await requireClinician();
  const [{ patientId }, { from }] = await Promise.all([params, searchParams]);
  if (!isUuid(patientId)) notFound();
  const page = await diaryPage(actor, patientId, from !== undefined && isCalendarDay(from) ? from : null);
  if (page === null) return <Card title={words.title}>{words.noEpisode}</Card>;
  const { days, startedOn, mode, hasPlan } = page;
  const first = days[0]?.on ?? page.today;
  return (
    <Card
      title={words.title}
      aside={
        hasPlan ? (
          <a href={`/api/exports/plan/${patientId}?sheet=diary`} className={buttonClass("plain", "sm")}>
            <Printer aria-hidden size={15} /> {words.print}
          </a>
        ) : undefined
      }
    >
      {mode === "phone" ? <Banner className="mb-3">{words.phoneMode}</Banner> : null}
      {mode === "none" ? <Banner className="mb-3">{words.noneMode}</Banner> : null}
      {hasPlan ? null : (
        <Banner tone="same" className="mb-3">
          {words.noPlan}
        </Banner>
      )}
      <p className="mb-2 text-secondary text-muted">{words.lead}</p>
      {first > startedOn ? (
        <p className="mb-2 text-secondary">
          <Link
            prefetch={false}
            href={`/patients/${patientId}/diary?from=${addDays(first, -14)}`}
            className="max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
          >
            {words.earlier}
          </Link>
        </p>
      ) : null}
      <DiaryGrid
        key={first}
        owner={ownerOf(actor)}
        patientId={patientId}
        days={days.map(({ on, isPlanned, isLogged, entered }) => ({
          name: weekdayAndDay(on, "en"),
          isPlanned,
          isLogged,
          day: entered === null ? emptyDay(on) : dayFrom(on, entered),
        }))}
        save={saveDiaryOf.bind(null, patientId)}
      />
    </Card>
  );
}

function dayFrom(on: string, { mark, painDuring, painWorst24h, source }: Omit<DiaryDay, "on">): DiaryDay {
  return { on, mark, painDuring, painWorst24h, source };
}
