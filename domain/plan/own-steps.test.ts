import { describe, expect, test } from "vitest";
import { newId } from "@/domain/new-id";
import { EXERCISES } from "@/domain/vocabulary/exercises";
import {
  type ClinicItemContent,
  clinicCatalogueItem,
  clinicItemFaults,
  clinicItemKey,
  contentOfLibrary,
  type StepRef,
} from "./clinic-item";
import { type OwnItem, stepFaults } from "./own-steps";

const stretch: ClinicItemContent = {
  ...contentOfLibrary("foam_quad")!,
  easier: null,
  harder: null,
  phases: ["release", "strengthen_1"],
};

/** As the clinic keeps it, in its only version. */
function item(content: Partial<ClinicItemContent>, isArchived = false): OwnItem {
  const stored = { versionId: newId(), itemId: newId(), number: 1, photoId: null, copiedFrom: null };
  return { ...clinicCatalogueItem({ ...stored, content: { ...stretch, ...content } }), isArchived };
}
const key = ({ item_id }: OwnItem): StepRef => clinicItemKey(item_id);
const faultsOf = (content: Partial<ClinicItemContent>, others: OwnItem[], itemId: string = newId()) =>
  stepFaults({ itemId, content: { ...stretch, ...content }, copiedFrom: null }, others);

describe("the steps an own exercise names", () => {
  test("may be none, the library's or the clinic's own", () => {
    const other = item({});
    expect(faultsOf({}, [other])).toEqual([]);
    expect(faultsOf({ easier: key(other), harder: "nordic" }, [other])).toEqual([]);
  });

  test("are done at home, offered now, and more than rest", () => {
    const gone = item({}, true);
    expect(faultsOf({ easier: key(gone) }, [gone])).toEqual(["easier_unknown"]);
    expect(faultsOf({ harder: `clinic:${newId()}` }, [])).toEqual(["harder_unknown"]);
    const technique = EXERCISES.find(({ home }) => !home)!.id;
    expect(faultsOf({ harder: technique }, [])).toEqual(["harder_unknown"]);
    expect(faultsOf({ easier: "ice_protocol" }, [])).toContain("easier_unknown");
  });

  test("never lead back: to itself, over another, or by one named both ways", () => {
    const id = newId();
    const self: StepRef = `clinic:${id}`;
    expect(faultsOf({ easier: self }, [], id)).toEqual(["easier_in_circle"]);
    expect(faultsOf({ harder: self }, [], id)).toEqual(["harder_in_circle"]);
    const below = item({ easier: self });
    const far = item({ easier: key(below) });
    expect(faultsOf({ easier: key(far) }, [below, far], id)).toEqual(["easier_in_circle"]);
    expect(faultsOf({ harder: key(far) }, [below, far], id)).toEqual([]);
    const above = item({ harder: self });
    expect(faultsOf({ harder: key(above) }, [above], id)).toEqual(["harder_in_circle"]);
    expect(faultsOf({ easier: key(above) }, [above], id)).toEqual([]);
    const both = item({});
    expect(faultsOf({ easier: key(both), harder: key(both) }, [both])).toEqual(["harder_in_circle"]);
  });

  test("an easier one is open in each phase of the item; a harder one may wait", () => {
    const later = item({ phases: ["strengthen_1"] });
    expect(faultsOf({ easier: key(later) }, [later])).toEqual(["easier_later"]);
    expect(faultsOf({ easier: key(later), phases: ["strengthen_1"] }, [later])).toEqual([]);
    expect(faultsOf({ harder: key(later) }, [later])).toEqual([]);
    expect(faultsOf({ easier: "nordic" }, [])).toEqual(["easier_later"]);
  });

  test("an exercise others step down to keeps their phases", () => {
    const id = newId();
    const above = item({ easier: `clinic:${id}` });
    expect(faultsOf({}, [above], id)).toEqual([]);
    expect(faultsOf({ phases: ["release"] }, [above], id)).toEqual(["later_than_harder"]);
    expect(faultsOf({ phases: ["release"] }, [{ ...above, isArchived: true }], id)).toEqual([]);
  });

  test("a copy of any library exercise begins with its original's steps, without a fault", () => {
    for (const { id } of EXERCISES) {
      const content = contentOfLibrary(id);
      if (content === null) continue;
      expect(clinicItemFaults(content, id), id).toEqual([]);
      expect(stepFaults({ itemId: newId(), content, copiedFrom: id }, []), id).toEqual([]);
    }
  });

  test("written before steps were asked, a copy keeps its original's; one from nothing has none", () => {
    const { easier: _easier, harder: _harder, ...older } = contentOfLibrary("bridge_sl")!;
    const stored = { versionId: newId(), itemId: newId(), number: 1, photoId: null, content: older };
    const copy = clinicCatalogueItem({ ...stored, copiedFrom: "bridge_sl" });
    const { progress_to, regress_to } = EXERCISES.find(({ id }) => id === "bridge_sl")!;
    expect(copy).toMatchObject({ progress_to, regress_to });
    expect(clinicCatalogueItem({ ...stored, copiedFrom: null })).toMatchObject({ progress_to: null, regress_to: null });
  });
});
