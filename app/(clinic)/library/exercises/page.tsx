/** The exercise library: every item drawn, found by name, phase, muscle, equipment and kind. */
import { Dumbbell } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { requireClinician } from "@/auth/actor";
import { ExerciseFigure } from "@/components/figure/exercise-figure";
import { holdsWords, libraryDose, oneOf } from "@/components/library/library-words";
import { SearchBar } from "@/components/library/search-bar";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/screen-state";
import { EXERCISES } from "@/domain/vocabulary/exercises";
import { TREATMENT_PHASES } from "@/domain/vocabulary/phases";
import library from "@/messages/en/library.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";

const words = library.exercises;
export const metadata: Metadata = { title: words.title };

const KINDS = [...new Set(EXERCISES.map(({ kind }) => kind))];

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ExercisesPage({ searchParams }: Props) {
  await requireClinician();
  const query = await searchParams;
  const [search, phase, kind] = [oneOf(query.q), oneOf(query.phase), oneOf(query.kind)];
  const found = EXERCISES.filter(
    (item) =>
      holdsWords([item.name, item.targets, item.equipment, item.kind], search) &&
      (phase === "" || item.phases.some((id) => id === phase)) &&
      (kind === "" || item.kind === kind),
  );
  return (
    <>
      <PageHeader title={words.title} note={fill(words.lead, { n: EXERCISES.length })} />
      <SearchBar
        label={words.search}
        search={search}
        found={fill(library.found, { n: found.length, all: EXERCISES.length })}
        filters={[
          {
            name: "phase",
            label: words.phase,
            value: phase,
            options: TREATMENT_PHASES.map(({ id, label }) => ({ value: id, label })),
          },
          { name: "kind", label: words.kind, value: kind, options: KINDS.map((id) => ({ value: id, label: id })) },
        ]}
      />
      {found.length === 0 ? <EmptyState icon={Dumbbell} title={library.none} /> : null}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-3">
        {found.map((item) => (
          <li key={item.id} className="relative flex flex-col rounded-card border border-line bg-surface p-3">
            <div className="grid h-24 place-items-center" aria-hidden>
              <ExerciseFigure id={item.id} mode="overlay" decorative className="block max-h-24 max-w-full" />
            </div>
            <h2 className="mt-2 text-card">
              <Link href={`/library/exercises/${item.id}`} prefetch={false} className="before:absolute before:inset-0">
                {item.name}
              </Link>
            </h2>
            <p className="text-secondary">{libraryDose(item)}</p>
            <p className="text-caption text-muted">
              {[item.targets, item.kind, item.home ? null : words.clinic].filter((part) => part !== null).join(" · ")}
            </p>
            <p className="mt-auto pt-1 text-caption text-muted">
              {item.phases.map((id) => status.phase[id]).join(", ")}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
