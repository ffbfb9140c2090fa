import { describe, expect, test } from "vitest";
import { type CardFilter, catalogueCards, findCards, namedIn } from "@/components/library/catalogue-cards";
import { clinicCatalogueItem, contentOfLibrary } from "@/domain/plan/clinic-item";

const NONE: CardFilter = {
  ...{ search: "", phase: "", kind: "", muscle: "", equipment: "" },
  ...{ favouritesOnly: false, archived: false },
};
const stored = { versionId: "v1", itemId: "i1", number: 1, photoId: null, copiedFrom: "rdl_dl" as const };
const content = { ...contentOfLibrary("rdl_dl")!, name: "Hinge with a stick", equipment: "broom stick" };
const own = clinicCatalogueItem({ ...stored, content });
const cards = catalogueCards([{ ...own, isArchived: false }]);
const names = (filter: Partial<CardFilter>, favourites: string[] = []) =>
  findCards(cards, { ...NONE, ...filter }, new Set(favourites)).map(({ item }) => item.name);

describe("finding an exercise", () => {
  test("by words of its name, muscles, equipment or kind", () => {
    expect(names({ search: "hinge broom" })).toEqual(["Hinge with a stick"]);
    expect(names({ search: "nothing like it" })).toEqual([]);
  });

  test("by each of phase, kind, muscle and equipment", () => {
    expect(names({ phase: "strengthen_2" })).toContain("Hinge with a stick");
    expect(names({ phase: "release" })).not.toContain("Hinge with a stick");
    expect(names({ kind: "strengthen", equipment: "broom stick" })).toEqual(["Hinge with a stick"]);
    for (const muscle of namedIn(cards, "targets")) expect(names({ muscle }), muscle).not.toEqual([]);
    for (const thing of namedIn(cards, "equipment")) expect(names({ equipment: thing }), thing).not.toEqual([]);
  });

  test("favourites first, or alone; the clinic's own stays one through its versions", () => {
    expect(names({}, ["nordic"])[0]).toBe("Nordic hamstring exercise");
    expect(names({ favouritesOnly: true }, ["clinic:i1"])).toEqual(["Hinge with a stick"]);
    expect(names({ favouritesOnly: true })).toEqual([]);
  });

  test("what is archived stands apart", () => {
    const archived = catalogueCards([{ ...own, isArchived: true }]);
    expect(findCards(archived, NONE, new Set()).some(({ isOwn }) => isOwn)).toBe(false);
    expect(findCards(archived, { ...NONE, archived: true }, new Set())).toHaveLength(1);
  });
});
