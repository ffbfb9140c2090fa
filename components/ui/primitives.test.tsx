/** What the primitives mean to a screen reader, read from their HTML. */
import { Inbox } from "lucide-react";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { changeWords } from "@/messages/change-words";
import { initials } from "./avatar";
import { Banner } from "./banner";
import { Button } from "./button";
import { Card } from "./card";
import { ChangeClassChip, ChangeClassWord } from "./change-class";
import { Checkbox } from "./checkbox";
import { DataTable } from "./data-table";
import { FormMessage } from "./form-message";
import { FourteenDayDots } from "./fourteen-day-dots";
import { CriterionRow, GateStatusChip } from "./gate";
import { PainKeys } from "./pain-keys";
import { PhaseTrack } from "./phase-track";
import { RadioCards } from "./radio-cards";
import { EmptyState, ErrorState, SkeletonLines } from "./screen-state";
import { SegmentedRadio } from "./segmented-radio";
import { SelectInput } from "./select-input";
import { Sparkline } from "./sparkline";
import { NumberInput, TextInput } from "./text-input";

const html = (node: ReactNode) => renderToStaticMarkup(node);
const count = (text: string, part: string | RegExp) => text.split(part).length - 1;

const GRADES = [
  { value: "absent", label: "Absent", hotkey: "0" },
  { value: "mild", label: "Mild", hotkey: "1" },
] as const;

describe("a field", () => {
  it("names its control and ties hint and error to it, the error first", () => {
    const field = html(<TextInput name="ely" label="Ely, left" hint="Degrees" error="Enter 30 to 160°" />);
    expect(field).toContain('<label for="ely"');
    expect(field).toContain('aria-describedby="ely-error ely-hint"');
    expect(field).toContain('aria-invalid="true"');
  });

  it("describes itself by nothing when there is nothing", () => {
    expect(html(<TextInput name="ely" label="Ely" />)).not.toContain("aria-describedby");
  });

  it("takes a decimal comma: a number is text with the decimal keyboard", () => {
    const field = html(<NumberInput name="pain" label="Pain" defaultValue={0} />);
    expect(field).toContain('type="text"');
    expect(field).toContain('inputMode="decimal"');
    expect(field).toContain('value="0"');
  });

  it("hides its label from the eye only", () => {
    expect(html(<TextInput name="q" label="Find a patient" labelHidden />)).toContain('class="sr-only">Find a patient');
  });

  it("lets a choice out of many stay empty", () => {
    const select = html(
      <SelectInput name="zone" label="Time zone" empty="Choose" options={[{ value: "UTC", label: "UTC" }]} />,
    );
    expect(select).toContain('<option value="" selected="">Choose</option>');
  });
});

describe("a grade", () => {
  it("has nothing chosen until someone chooses: not recorded is not absent", () => {
    expect(html(<SegmentedRadio label="Tension, left" options={GRADES} />)).not.toContain('checked=""');
    expect(html(<SegmentedRadio label="Tension, left" options={GRADES} value={null} />)).not.toContain('checked=""');
  });

  it("is a named group in which absent can be chosen", () => {
    const group = html(<SegmentedRadio label="Tension, left" options={GRADES} value="absent" />);
    expect(group).toContain('role="radiogroup" aria-label="Tension, left"');
    expect(count(group, 'checked=""')).toBe(1);
  });
});

describe("pain", () => {
  it("offers 0 to 10 with no default", () => {
    const keys = html(<PainKeys legend="Worst pain" name="worst" least="No pain" most="Worst imaginable" />);
    expect(count(keys, 'type="radio"')).toBe(11);
    expect(keys).not.toContain('checked=""');
  });

  it("shows a recorded 0 as chosen", () => {
    const keys = html(<PainKeys legend="Worst pain" name="worst" least="" most="" value={0} />);
    expect(keys).toMatch(/checked="" value="0"|value="0" checked=""/);
  });

  it("reads its error with the question", () => {
    const keys = html(<PainKeys legend="Worst pain" name="worst" least="" most="" error="Choose a number" />);
    expect(keys).toContain('aria-describedby="worst-error"');
    expect(keys).toContain('id="worst-error"');
  });
});

describe("a decision", () => {
  const cards = html(
    <RadioCards
      legend="Decision"
      name="decision"
      options={[
        { value: "advance", label: "Advance", hint: "to Strengthen 1" },
        { value: "keep", label: "Keep phase" },
      ]}
    />,
  );

  it("stands in a named group, nothing chosen", () => {
    expect(cards).toMatch(/<fieldset.*<legend[^>]*>Decision<\/legend>/);
    expect(cards).not.toContain('checked=""');
  });

  it("keeps the radio's name short and reads the rest as its description", () => {
    expect(cards).toContain('aria-describedby="decision-advance-hint"');
    expect(cards).toMatch(/<label for="decision-advance"[^>]*>Advance<\/label>/);
  });
});

describe("a status", () => {
  it("is always a word: a change class never rests on colour", () => {
    expect(html(<ChangeClassChip change="worsened_important" side="L" />)).toContain("L Worsened (important)");
    expect(html(<ChangeClassWord change="improved_detectable" delta="−2" stacked />)).toContain("(detectable) −2");
    expect(changeWords("no_detectable_change")).toBe("No detectable change");
    expect(changeWords("measured_once")).toBe("Measured once");
  });

  it("is neither green nor red when nothing detectable changed", () => {
    expect(html(<ChangeClassChip change="no_detectable_change" />)).not.toMatch(/text-(good|bad)/);
  });

  it("shows an open gate in the brand's colour, not in green", () => {
    expect(html(<GateStatusChip gate="open" />)).not.toContain("text-good");
  });

  it("says how a criterion stands and where its value comes from", () => {
    const row = html(<CriterionRow status="no_data" title="LSI ≥ 90" source="V2, 16 Sep" />);
    expect(row).toContain("No data");
    expect(row).toContain("V2, 16 Sep");
  });

  it("hides its icon from the reader", () => {
    expect(html(<Banner title="Offline.">2 sessions saved</Banner>)).toMatch(/<svg[^>]*aria-hidden="true"/);
  });
});

describe("a table", () => {
  const table = html(
    <DataTable
      caption="Change since the first visit"
      columns={[
        { key: "measure", header: "Measure" },
        { key: "pain", header: "30 Sep", numeric: true },
        { key: "change", header: "Change", numeric: true },
      ]}
      rows={[{ key: "nprs", cells: { measure: "Worst pain", pain: 0 } }]}
    />,
  );

  it("has a caption, column heads and row heads", () => {
    expect(table).toContain("<caption");
    expect(count(table, 'scope="col"')).toBe(3);
    expect(table).toMatch(/<th scope="row"[^>]*>Worst pain/);
  });

  it("writes 0 as 0 and what is missing as a dash", () => {
    expect(table).toMatch(/<td[^>]*>0<\/td>/);
    expect(table).toMatch(/<td[^>]*>–<\/td>/);
  });
});

describe("small drawings", () => {
  it("break the line across a missing score", () => {
    expect(count(html(<Sparkline values={[6, 5, null, 4, 3]} />), "fill-none")).toBe(2);
    expect(count(html(<Sparkline values={[6, 5, 4, 3]} />), "fill-none")).toBe(1);
  });

  it("draw 0 as a score and nothing where nothing is recorded", () => {
    expect(count(html(<Sparkline values={[0]} />), "<circle")).toBe(2);
    expect(count(html(<Sparkline values={[null, null]} />), "<circle")).toBe(0);
    expect(html(<Sparkline values={[]} />)).not.toContain("NaN");
  });

  it("say their fourteen days aloud", () => {
    const dots = html(<FourteenDayDots label="5 of 7 due days" days={["done", "part", "due", "none"]} />);
    expect(dots).toContain('role="img" aria-label="5 of 7 due days"');
    expect(dots).not.toMatch(/bad/);
  });

  it("mark one phase as current, and none on hold", () => {
    const current = (text: string) => count(text, /bg-brand(?!-)/);
    expect(current(html(<PhaseTrack phase="strengthen_2" label="Strengthen 2" />))).toBe(1);
    expect(current(html(<PhaseTrack phase="hold" label="Hold" />))).toBe(0);
    expect(html(<PhaseTrack phase="hold" />)).not.toContain("bg-brand-mid");
  });

  it("leave a phase that was passed over empty", () => {
    expect(html(<PhaseTrack phase="release" />)).toContain("bg-brand-mid");
    expect(html(<PhaseTrack phase="release" skipped={["protect"]} />)).not.toContain("bg-brand-mid");
  });
});

describe("the rest", () => {
  it("a button sends no form unless it is told to", () => {
    expect(html(<Button>New visit</Button>)).toContain('type="button"');
  });

  it("a card with a title is a section with a heading", () => {
    expect(html(<Card title="Gate G2">x</Card>)).toMatch(/^<section.*<h2/);
    expect(html(<Card>x</Card>)).toMatch(/^<div/);
  });

  it("a refusal interrupts, a confirmation waits, silence is silent", () => {
    expect(html(<FormMessage state={{ status: "refused", message: "The gate is closed." }} />)).toContain(
      'role="alert"',
    );
    expect(html(<FormMessage state={{ status: "done", message: "Saved." }} />)).toContain('role="status"');
    expect(html(<FormMessage state={{ status: "idle" }} />)).toBe("");
  });

  it("boxes of one name have an id each", () => {
    const boxes = html(
      <>
        <Checkbox name="has" value="band" label="Band" />
        <Checkbox name="has" value="roller" label="Roller" />
      </>,
    );
    expect(boxes).toContain('id="has-band"');
    expect(boxes).toContain('id="has-roller"');
  });

  it("empty, failed and loading are said, not only drawn", () => {
    expect(html(<EmptyState icon={Inbox} title="No patients yet" />)).toContain("<h2");
    expect(html(<ErrorState title="Could not load" />)).toContain('role="alert"');
    expect(html(<SkeletonLines label="Loading" />)).toContain('role="status"');
  });

  it.each([
    ["Marit Oduya", "MO"],
    ["Amara Reyes-Lind", "AR"],
    ["Maximiliano Fernández de la Vega", "MV"],
    ["Łucja", "Ł"],
    ["  ", ""],
  ])("%s is %s", (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
