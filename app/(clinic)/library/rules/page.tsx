/** Where numbers come from: each threshold in force with its default, unit, source tag and citation. */
import { BookOpen } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { requireClinician } from "@/auth/actor";
import { dayText } from "@/components/chart/value-text";
import { holdsWords, oneOf, spelledTags } from "@/components/library/library-words";
import { SearchBar } from "@/components/library/search-bar";
import { citationOf, thresholdName, thresholdValue } from "@/components/library/threshold-words";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/screen-state";
import { type CurrentRuleSet, currentRuleSet } from "@/db/rule-set";
import { DEFAULT_RULES } from "@/domain/rules/rule-set";
import { THRESHOLD_SOURCES } from "@/domain/vocabulary/threshold-sources";
import { THRESHOLDS } from "@/domain/vocabulary/thresholds";
import library from "@/messages/en/library.json";
import sourceTags from "@/messages/en/source-tag.json";
import { fill } from "@/messages/fill";

const words = library.rules;
export const metadata: Metadata = { title: words.title };

/** Two tags read the same on screen, so they are one filter. */
const FILTERS = [
  { value: "S", label: sourceTags.S, tags: ["S"] },
  { value: "MC", label: sourceTags.MC, tags: ["MC", "MU"] },
  { value: "ENG", label: sourceTags.ENG, tags: ["ENG"] },
];
const CHANGED = "changed";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RulesPage({ searchParams }: Props) {
  const actor = await requireClinician();
  const [rules, query] = await Promise.all([currentRuleSet(actor), searchParams]);
  const [search, tag] = [oneOf(query.q), oneOf(query.tag)];
  const tags = FILTERS.find(({ value }) => value === tag)?.tags;
  const found = THRESHOLDS.filter(
    (entry) =>
      holdsWords(
        [thresholdName(entry.id), entry.id, spelledTags(citationOf(entry.id)), THRESHOLD_SOURCES[entry.id].use],
        search,
      ) &&
      (tags === undefined || tags.includes(entry.tag)) &&
      (tag !== CHANGED || rules.changes[entry.id] !== undefined),
  );
  return (
    <>
      <PageHeader title={words.title} />
      <p className="mb-3 max-w-prose text-muted">{words.lead}</p>
      <Adoption rules={rules} />
      <SearchBar
        label={words.search}
        search={search}
        found={fill(library.found, { n: found.length, all: THRESHOLDS.length })}
        filters={[
          {
            name: "tag",
            label: words.tag,
            value: tag,
            options: [...FILTERS, { value: CHANGED, label: words.changed_only }],
          },
        ]}
      />
      {found.length === 0 ? (
        <EmptyState icon={BookOpen} title={library.none} />
      ) : (
        <DataTable
          dense
          caption={words.caption}
          captionHidden
          className="border border-line bg-surface"
          columns={[
            { key: "threshold", header: words.threshold, className: "min-w-56" },
            { key: "value", header: words.value, numeric: true },
            { key: "tag", header: words.tag },
            { key: "citation", header: words.citation, className: "min-w-64" },
            { key: "use", header: words.use },
          ]}
          rows={found.map((entry) => ({ key: entry.id, cells: cellsOf(entry, rules) }))}
        />
      )}
    </>
  );
}

function cellsOf({ id, unit, tag }: (typeof THRESHOLDS)[number], rules: CurrentRuleSet) {
  const isChanged = rules.changes[id] !== undefined;
  const citation = citationOf(id);
  const { use } = THRESHOLD_SOURCES[id];
  return {
    threshold: thresholdName(id),
    value: (
      <>
        <strong>{thresholdValue(rules.values[id], unit)}</strong>
        {isChanged ? (
          <span className="block text-caption text-muted">
            {fill(words.default, { value: thresholdValue(DEFAULT_RULES.values[id], unit) })}
          </span>
        ) : null}
      </>
    ),
    tag: isChanged ? <Chip tone="brand">{words.clinic}</Chip> : sourceTags[tag],
    citation: citation === "" ? <span className="text-muted">{words.no_citation}</span> : spelledTags(citation),
    use: use === "" ? undefined : use,
  };
}

function Adoption({ rules }: { rules: CurrentRuleSet }) {
  const settings = (
    <ButtonLink size="sm" href="/settings/rules">
      {words.adopt}
    </ButtonLink>
  );
  if (rules.adopted === null)
    return (
      <Banner tone="warn" className="mb-4" action={settings}>
        {words.not_adopted}
      </Banner>
    );
  return (
    <p className="mb-4 text-secondary">
      {fill(words.adopted, { version: rules.version, name: rules.adopted.name, on: dayText(rules.adopted.on) })}{" "}
      <Link href="/settings/rules" prefetch={false} className="underline">
        {words.adopt}
      </Link>
    </p>
  );
}
