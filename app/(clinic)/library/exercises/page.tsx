/** The exercise library and the clinic's own: each with its picture, found by name, phase, muscle, equipment and kind. */
import { Dumbbell, Plus, Star } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { requireClinician } from "@/auth/actor";
import { ItemPicture } from "@/components/figure/item-picture";
import { type CatalogueCard, catalogueCards, findCards, namedIn } from "@/components/library/catalogue-cards";
import { LibraryKeys } from "@/components/library/library-keys";
import { libraryDose, oneOf } from "@/components/library/library-words";
import { SearchBar } from "@/components/library/search-bar";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/screen-state";
import { listClinicItems } from "@/db/clinic-item";
import { favourites } from "@/db/favourite";
import { EXERCISES } from "@/domain/vocabulary/exercises";
import { TREATMENT_PHASES } from "@/domain/vocabulary/phases";
import library from "@/messages/en/library.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import { markFavourite } from "./item-actions";

const words = library.exercises;
export const metadata: Metadata = { title: words.title };

const KINDS = [...new Set(EXERCISES.map(({ kind }) => kind))];
const asOptions = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ExercisesPage({ searchParams }: Props) {
  const actor = await requireClinician();
  const [query, own, marked] = await Promise.all([searchParams, listClinicItems(actor), favourites(actor)]);
  const filter = {
    search: oneOf(query.q),
    phase: oneOf(query.phase),
    kind: oneOf(query.kind),
    muscle: oneOf(query.muscle),
    equipment: oneOf(query.equipment),
    favouritesOnly: oneOf(query.show) === "favourites",
    archived: oneOf(query.show) === "archived",
  };
  const all = catalogueCards(own);
  const known = new Set(marked);
  const found = findCards(all, filter, known);
  const hasArchived = own.some(({ isArchived }) => isArchived);
  return (
    <>
      <PageHeader title={words.title} note={fill(words.lead, { n: EXERCISES.length })}>
        <ButtonLink href="/library/exercises/new" variant="pri">
          <Plus aria-hidden size={16} />
          {words.own_new}
        </ButtonLink>
      </PageHeader>
      <SearchBar
        label={words.search}
        search={filter.search}
        found={fill(library.found, { n: found.length, all: all.length })}
        filters={[
          {
            name: "phase",
            label: words.phase,
            value: filter.phase,
            options: TREATMENT_PHASES.map(({ id, label }) => ({ value: id, label })),
          },
          { name: "kind", label: words.kind, value: filter.kind, options: asOptions(KINDS) },
          { name: "muscle", label: words.muscle, value: filter.muscle, options: asOptions(namedIn(all, "targets")) },
          {
            name: "equipment",
            label: words.equipment,
            value: filter.equipment,
            options: asOptions(namedIn(all, "equipment")),
          },
          {
            name: "show",
            label: words.favourites,
            value: oneOf(query.show),
            options: [
              { value: "favourites", label: words.favourites_only },
              ...(hasArchived ? [{ value: "archived", label: words.archived_show }] : []),
            ],
          },
        ]}
      />
      <p className="mb-2 text-caption text-muted max-sm:hidden">{words.keys}</p>
      {found.length === 0 ? <EmptyState icon={Dumbbell} title={library.none} /> : null}
      <LibraryKeys searchId="q">
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-3">
          {found.map((card) => (
            <ExerciseCard key={card.href} card={card} isFavourite={known.has(card.favourite)} />
          ))}
        </ul>
      </LibraryKeys>
    </>
  );
}

function ExerciseCard({ card, isFavourite }: { card: CatalogueCard; isFavourite: boolean }) {
  const { item, favourite, href, picture, isOwn, isArchived } = card;
  return (
    <li data-card className="relative flex flex-col rounded-card border border-line bg-surface p-3">
      <div className="grid h-24 place-items-center" aria-hidden>
        <ItemPicture picture={picture} mode="overlay" decorative className="block max-h-24 max-w-full" />
      </div>
      <form action={markFavourite} className="absolute top-1 right-1 z-1">
        <input type="hidden" name="exercise" value={favourite} />
        <input type="hidden" name="on" value={isFavourite ? "no" : "yes"} />
        <button
          type="submit"
          data-favourite
          aria-pressed={isFavourite}
          aria-label={fill(isFavourite ? words.favourite_remove : words.favourite_add, { name: item.name })}
          className="grid size-9 place-items-center rounded-chip text-brand-ink hover:bg-sunken max-sm:size-11"
        >
          <Star aria-hidden size={17} fill={isFavourite ? "currentColor" : "none"} />
        </button>
      </form>
      <h2 className="mt-2 text-card">
        <Link href={href} prefetch={false} data-open className="before:absolute before:inset-0">
          {item.name}
        </Link>
      </h2>
      <p className="text-secondary">{libraryDose(item)}</p>
      <p className="text-caption text-muted">
        {[item.targets, item.kind, item.home ? null : words.clinic].filter((part) => part !== null).join(" · ")}
      </p>
      <p className="mt-auto pt-1 text-caption text-muted">{item.phases.map((id) => status.phase[id]).join(", ")}</p>
      {isOwn ? (
        <p className="mt-1 flex gap-1">
          <Chip tone="brand">{words.own}</Chip>
          {isArchived ? <Chip tone="muted">{words.archived}</Chip> : null}
        </p>
      ) : null}
    </li>
  );
}
