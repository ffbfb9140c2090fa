/** The measures: how each is taken, what may be entered, and how large a change must be, with its source. */
import { Ruler } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requireClinician } from "@/auth/actor";
import { valueText } from "@/components/chart/value-text";
import { holdsWords, oneOf, spelledTags } from "@/components/library/library-words";
import { SearchBar } from "@/components/library/search-bar";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/screen-state";
import { MEASURE_ERRORS, type MeasurementError } from "@/domain/vocabulary/measure-errors";
import { MEASURE_GUIDES } from "@/domain/vocabulary/measure-guides";
import { MEASURES, type Measure } from "@/domain/vocabulary/measures";
import library from "@/messages/en/library.json";
import tags from "@/messages/en/source-tag.json";
import { fill } from "@/messages/fill";

const words = library.measures;
export const metadata: Metadata = { title: words.title };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MeasuresPage({ searchParams }: Props) {
  await requireClinician();
  const search = oneOf((await searchParams).q);
  const found = MEASURES.filter(({ label, unit, id }) =>
    holdsWords([label, MEASURE_GUIDES[id].procedure, unit, id], search),
  );
  return (
    <>
      <PageHeader title={words.title} />
      <p className="mb-4 max-w-prose text-muted">{words.lead}</p>
      <SearchBar
        label={words.search}
        search={search}
        found={fill(library.found, { n: found.length, all: MEASURES.length })}
      />
      {found.length === 0 ? <EmptyState icon={Ruler} title={library.none} /> : null}
      <div className="grid items-start gap-3 lg:grid-cols-2">
        {found.map((measure) => (
          <MeasureCard key={measure.id} measure={measure} />
        ))}
      </div>
    </>
  );
}

function MeasureCard({ measure }: { measure: Measure }) {
  const guide = MEASURE_GUIDES[measure.id];
  const { label, unit, sides } = measure;
  const { mdc, mdc_special, mdc_inter_rater, mcid } = MEASURE_ERRORS[measure.id];
  const number = (value: number) => valueText(value, measure.decimals);
  const limits = (min: number, max: number) => fill(words.limit, { min: number(min), max: `${number(max)} ${unit}` });
  const error = ({ value, kind }: MeasurementError) =>
    kind === "absolute" ? `${number(value)} ${unit}` : fill(words.percent, { value });
  return (
    <Card title={label} aside={measure.derived ? <Chip tone="muted">{words.derived}</Chip> : unit}>
      <dl className="grid gap-x-4 gap-y-2 text-secondary sm:grid-cols-[9rem_1fr]">
        <Fact name={words.procedure}>{guide.procedure}</Fact>
        <Fact name={words.sides}>{sides.map((side) => words.side[side]).join(", ")}</Fact>
        <Fact name={words.limits}>{limits(measure.hard_min, measure.hard_max)}</Fact>
        <Fact name={words.plausible}>{limits(measure.plausible_min, measure.plausible_max)}</Fact>
        <Fact name={words.mdc}>
          {mdc === null ? (
            words.no_mdc
          ) : (
            <ul>
              <li>
                <strong>{error(mdc)}</strong> <Tag tag={mdc.tag} />
              </li>
              {mdc_special.map((special) => (
                <li key={special.when}>
                  {fill(words.when, { value: error(special), when: special.when.replaceAll("_", " ") })}{" "}
                  <Tag tag={special.tag} />
                </li>
              ))}
              {mdc_inter_rater === null ? null : (
                <li>
                  {fill(words.inter_rater, { value: error(mdc_inter_rater) })} <Tag tag={mdc_inter_rater.tag} />
                </li>
              )}
            </ul>
          )}
        </Fact>
        {isSaid(guide.mdc_note) ? <Fact name={words.note}>{spelledTags(guide.mdc_note)}</Fact> : null}
        <Fact name={words.mcid}>{mcid === null ? words.no_mcid : `${number(mcid)} ${unit}`}</Fact>
        {isSaid(guide.mcid_note) ? <Fact name={words.note_mcid}>{spelledTags(guide.mcid_note)}</Fact> : null}
        {isSaid(guide.reference) ? <Fact name={words.reference}>{spelledTags(guide.reference)}</Fact> : null}
        {isSaid(guide.source) ? <Fact name={words.source}>{spelledTags(guide.source)}</Fact> : null}
      </dl>
    </Card>
  );
}

const isSaid = (text: string): boolean => text !== "–" && text !== "none" && text !== "";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

const TAGS: Readonly<Record<string, string>> = tags;

function Tag({ tag }: { tag: string }) {
  return <span className="text-caption text-muted">({TAGS[tag] ?? tag})</span>;
}
