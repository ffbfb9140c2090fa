/** The clinic's rule set: what is in force, its kept versions, and the owner's changes and adoption. */
import Link from "next/link";
import { requireClinician, requireLogin } from "@/auth/actor";
import { dayText } from "@/components/chart/value-text";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { currentRuleSet, listRuleSets, type RuleSetVersion, type ThresholdChanges } from "@/db/rule-set";
import { dayIn } from "@/domain/clinic-clock";
import { DEFAULT_RULES } from "@/domain/rules/rule-set";
import { isThresholdId, THRESHOLDS } from "@/domain/vocabulary/thresholds";
import text from "@/messages/en/settings.json";
import { fill } from "@/messages/fill";
import { SettingsFrame } from "../settings-frame";
import { AdoptForm } from "./adopt-form";
import { ThresholdForm } from "./threshold-form";
import { thresholdGroups, valueWithUnit } from "./threshold-words";

const words = text.rules;
export const metadata = { title: words.title };

export default async function RulesPage() {
  const actor = await requireClinician();
  const { clinic, personName } = await requireLogin();
  const [current, versions] = await Promise.all([currentRuleSet(actor), listRuleSets(actor)]);
  const isOwner = actor.role === "owner";
  const today = dayIn(clinic.timeZone, new Date());
  const changed = Object.keys(current.changes).length;
  const latest = versions[0] ?? null;
  return (
    <SettingsFrame open="rules">
      {current.adopted === null ? <Banner tone="warn">{words.notAdoptedLead}</Banner> : null}
      <Card
        title={words.inForce}
        aside={
          <Link href="/library/rules" className="text-brand-ink underline">
            {words.sources}
          </Link>
        }
      >
        <p>
          {changed === 0
            ? fill(words.shipped, { version: current.version })
            : fill(words.changed, { version: current.version, count: changed })}
          {": "}
          {current.adopted === null
            ? words.notAdopted
            : fill(words.adoptedBy, { name: current.adopted.name, date: dayText(current.adopted.on) })}
        </p>
        <ChangeTable version={current.version} changes={current.changes} />
        {isOwner && current.adopted === null && latest?.adopted !== null ? (
          <AdoptForm number={latest?.number ?? null} name={personName} today={today} />
        ) : null}
        {isOwner ? null : <p className="mt-3 text-secondary text-muted">{words.readOnly}</p>}
      </Card>
      {versions.length === 0 ? null : (
        <Card title={words.versions}>
          <ul className="grid gap-3">
            {versions.map((version) => (
              <li key={version.number} className="border-b border-line pb-3 last:border-b-0 last:pb-0">
                <VersionLine version={version} inForce={current.number} zone={clinic.timeZone} />
                <ChangeTable version={version.version} changes={version.changes} />
                {isOwner && version.adopted === null && version === latest ? (
                  <AdoptForm number={version.number} name={personName} today={today} />
                ) : null}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {isOwner ? (
        <Card>
          <Disclosure summary={words.edit}>
            <p className="mb-3 text-secondary text-muted">{words.editLead}</p>
            <ThresholdForm groups={thresholdGroups(latest?.changes ?? {})} />
          </Disclosure>
        </Card>
      ) : null}
    </SettingsFrame>
  );
}

function VersionLine({ version, inForce, zone }: { version: RuleSetVersion; inForce: number; zone: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <strong>{fill(words.version, { version: version.version })}</strong>
      <span className="text-secondary text-muted">
        {version.adopted === null
          ? `${fill(words.saved, { date: dayText(dayIn(zone, version.createdAt)) })}, ${words.notAdopted}`
          : fill(words.adoptedBy, { name: version.adopted.name, date: dayText(version.adopted.on) })}
      </span>
      {version.number === inForce ? <Chip tone="brand">{words.inForce}</Chip> : null}
    </p>
  );
}

function ChangeTable({ version, changes }: { version: string; changes: ThresholdChanges }) {
  const changed = THRESHOLDS.filter(({ id }) => isThresholdId(id) && changes[id] !== undefined);
  if (changed.length === 0) return <p className="mt-1 text-secondary text-muted">{words.noChanges}</p>;
  return (
    <DataTable
      dense
      className="mt-2"
      caption={fill(words.changeCaption, { version })}
      captionHidden
      columns={[
        { key: "threshold", header: words.threshold },
        { key: "shipped", header: words.shippedValue, numeric: true },
        { key: "own", header: words.ownValue, numeric: true },
      ]}
      rows={changed.map(({ id, unit }) => ({
        key: id,
        cells: {
          threshold: id.replaceAll("_", " "),
          shipped: valueWithUnit(DEFAULT_RULES.values[id], unit),
          own: valueWithUnit(changes[id] ?? DEFAULT_RULES.values[id], unit),
        },
      }))}
    />
  );
}
