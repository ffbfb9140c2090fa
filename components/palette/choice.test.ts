import { describe, expect, test } from "vitest";
import { type Choice, isNamed, shownChoices } from "./choice";

const choice = (key: string, group: Choice["group"], label = key): Choice => ({
  ...{ key, group, label },
  act: group === "sections" ? { kind: "section", section: key } : { kind: "open", href: `/${key}` },
});

describe("what is typed names a choice", () => {
  test.each([
    ["Hamstring peak force (isometric)", "ham pe", true],
    ["Hamstring peak force (isometric)", "force ham", true],
    ["Hamstring peak force (isometric)", "iso", true],
    ["Hamstring peak force (isometric)", "string", false],
    ["Łukasz O’Neill", "lukasz on", true],
    ["Ely / prone knee bend", "knee bend", true],
  ])("%s, typed %s: %s", (label, typed, named) => {
    expect(isNamed(label, typed)).toBe(named);
  });
});

describe("the list", () => {
  const standing = [
    choice("pain", "sections", "Pain"),
    choice("ely", "measures", "Ely angle"),
    choice("caseload", "screens", "Caseload"),
    choice("clinic", "screens", "Clinic"),
  ];
  const groups = (typed: string, recent: Choice[] = [], found: Choice[] = []) =>
    shownChoices(typed, { standing, recent, found }).map(({ group, choices }) => [
      group,
      choices.map(({ key }) => key),
    ]);

  test("with nothing typed: recent ones, the page's sections, the screens", () => {
    expect(groups("", [choice("ely", "measures"), choice("caseload", "screens")])).toEqual([
      ["recent", ["ely", "caseload"]],
      ["sections", ["pain"]],
      ["screens", ["caseload", "clinic"]],
    ]);
  });

  test("a recent section of a visit that isn't open is not offered", () => {
    expect(groups("", [choice("body", "sections")])[0]).toEqual(["sections", ["pain"]]);
  });

  test("typed: what it names, the recent ones first in their group, patients as the server found them", () => {
    const patients = [choice("p1", "patients", "Cleo Quay")];
    expect(groups("c", [choice("clinic", "screens")], patients)).toEqual([
      ["patients", ["p1"]],
      ["screens", ["clinic", "caseload"]],
    ]);
  });

  test("at most six of a group", () => {
    const many = Array.from({ length: 9 }, (_, n) => choice(`m${n}`, "measures", `Measure ${n}`));
    const [shown] = shownChoices("measure", { standing: many, recent: [], found: [] });
    expect(shown?.choices).toHaveLength(6);
  });
});
