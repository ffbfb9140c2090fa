/** The library and the clinic's own exercises as one list of cards, and what it is searched and filtered by. */
import { type Picture, pictureOf } from "@/components/figure/item-picture";
import type { CatalogueItem } from "@/domain/plan/catalogue";
import type { ClinicItem } from "@/domain/plan/clinic-item";
import { EXERCISES } from "@/domain/vocabulary/exercises";
import { holdsWords } from "./library-words";

export type CatalogueCard = {
  /** What a favourite names: a library id, or `clinic:<item>`. */
  favourite: string;
  href: string;
  item: CatalogueItem;
  picture: Picture;
  isOwn: boolean;
  isArchived: boolean;
};

export function catalogueCards(own: readonly (ClinicItem & { isArchived: boolean })[]): CatalogueCard[] {
  const byId = new Map(own.map((item) => [item.id, item]));
  return [
    ...own.map((item) => ({
      favourite: `clinic:${item.item_id}`,
      href: `/library/exercises/own/${item.item_id}`,
      item,
      picture: pictureOf(item.id, byId),
      isOwn: true,
      isArchived: item.isArchived,
    })),
    ...EXERCISES.map((item) => ({
      favourite: item.id,
      href: `/library/exercises/${item.id}`,
      item,
      picture: pictureOf(item.id, byId),
      isOwn: false,
      isArchived: false,
    })),
  ];
}

const parts = (text: string): string[] =>
  text
    .split(/[,;/+]|\bor\b|\band\b/)
    .map((part) =>
      part
        .replace(/\(.*?\)/g, "")
        .trim()
        .toLowerCase(),
    )
    .filter((part) => part !== "" && part !== "–");

/** Each muscle or thing once, by name. */
export const namedIn = (cards: readonly CatalogueCard[], field: "targets" | "equipment"): string[] =>
  [...new Set(cards.flatMap(({ item }) => parts(item[field])))].sort((a, b) => a.localeCompare(b));

export type CardFilter = {
  search: string;
  phase: string;
  kind: string;
  muscle: string;
  equipment: string;
  favouritesOnly: boolean;
  archived: boolean;
};

/** Favourites first, then the clinic's own, then the library in its order. */
export function findCards(
  cards: readonly CatalogueCard[],
  filter: CardFilter,
  favourites: ReadonlySet<string>,
): CatalogueCard[] {
  const { search, phase, kind, muscle, equipment, favouritesOnly, archived } = filter;
  const rank = ({ favourite }: CatalogueCard) => (favourites.has(favourite) ? 0 : 1);
  return cards
    .filter(
      ({ item, favourite, isArchived }) =>
        isArchived === archived &&
        holdsWords([item.name, item.targets, item.equipment, item.kind], search) &&
        (phase === "" || item.phases.some((id) => id === phase)) &&
        (kind === "" || item.kind === kind) &&
        (muscle === "" || parts(item.targets).includes(muscle)) &&
        (equipment === "" || parts(item.equipment).includes(equipment)) &&
        (!favouritesOnly || favourites.has(favourite)),
    )
    .sort((a, b) => rank(a) - rank(b));
}
