/** What an episode came to, beside its end: first values against the latest, phase, overrides, visits; and the sheet to take home. */
import { measureTitle } from "@/components/chart/chart-words";
import { valueText } from "@/components/chart/value-text";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import type { SheetSource } from "@/db/sheet";
import { measureById } from "@/domain/vocabulary/measures";
import { changeWords } from "@/messages/change-words";
import patient from "@/messages/en/patient.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";

const words = patient.discharge;

/** Beside the end of an open episode: that it may be offered, and for what. Nothing is asked of anybody. */
export function DischargeOffer({ offer }: Pick<SheetSource, "offer">) {
  if (offer.length === 0) return null;
  return (
    <Banner tone="same" className="mb-3">
      {fill(words.offer, { reached: offer.map((one) => words.reached[one]).join(", ") })}
    </Banner>
  );
}

export function DischargeSummary({ patientId, source }: { patientId: string; source: SheetSource }) {
  const { outcomes, phase, overrides, attended, missed } = source;
  return (
    <section className="mb-3">
      <h3 className="text-secondary font-bold">{words.title}</h3>
      <p className="text-secondary text-muted">
        {[
          fill(words.phase, { phase: phase === null ? words.no_phase : status.phase[phase] }),
          fill(words.visits, { attended, missed }),
          fill(words.overrides, { n: overrides }),
        ].join(" · ")}
      </p>
      {outcomes.length === 0 ? (
        <p className="text-secondary text-muted">{words.no_changes}</p>
      ) : (
        <DataTable
          dense
          caption={words.changes}
          captionHidden
          columns={[
            { key: "measure", header: words.measure },
            { key: "from", header: words.from },
            { key: "to", header: words.to },
            { key: "change", header: words.change },
          ]}
          rows={outcomes.map(({ measure, side, from, to, change }) => {
            const { decimals } = measureById(measure);
            return {
              key: `${measure}.${side}`,
              cells: {
                measure: side === "M" ? measureTitle(measure) : `${measureTitle(measure)}, ${words.sides[side]}`,
                from: from === null ? words.rated : valueText(from, decimals),
                to: to === null ? words.once : valueText(to, decimals),
                change: change === null ? "" : changeWords(change),
              },
            };
          })}
        />
      )}
      <p className="mt-2 flex flex-wrap items-center gap-3">
        <ButtonLink href={`/api/exports/sheet/${patientId}`} download size="sm">
          {words.sheet}
        </ButtonLink>
        <span className="text-caption text-muted">{words.sheet_text}</span>
      </p>
    </section>
  );
}
