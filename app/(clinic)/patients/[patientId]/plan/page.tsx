/** A patient's plan: proposed from the last assessment, edited on a board of the four phases, assigned by the clinician. */
import { ClipboardList } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireClinician } from "@/auth/actor";
import { dayText } from "@/components/chart/value-text";
import { ItemPicture, pictureOf } from "@/components/figure/item-picture";
import { conditionNames, exerciseNames, templateReason } from "@/components/plan/catalogue-names";
import { GATE_INTO } from "@/components/plan/gate-asks";
import { LockedPhase, PastPhase } from "@/components/plan/locked-phase";
import type { PlanEditorData } from "@/components/plan/plan-data";
import { PlanEditor } from "@/components/plan/plan-editor";
import type { Names } from "@/components/plan/plan-words";
import { VersionList } from "@/components/plan/version-list";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/screen-state";
import { type PlanDesk, planDesk } from "@/db/plan-desk";
import { isUuid } from "@/domain/new-id";
import type { ClinicItemId } from "@/domain/plan/catalogue";
import { ASSIGN_TICKS } from "@/domain/vocabulary/contraindications";
import { exerciseById } from "@/domain/vocabulary/exercises";
import { TREATMENT_PHASES, type TreatmentPhase } from "@/domain/vocabulary/phases";
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";
import { EndPlan } from "./end-plan";
import { offeredBy } from "./offered";
import { Asks, ColumnHead, OverrideVisit } from "./phase-column";
import { assign, review } from "./plan-actions";
import { SaveTemplate } from "./save-template";
import { TemplateMenu } from "./template-menu";

export const metadata: Metadata = { title: words.title };

type Props = {
  params: Promise<{ patientId: string }>;
  searchParams: Promise<{ template?: string; assigned?: string }>;
};

export default async function PlanPage({ params, searchParams }: Props) {
  const actor = await requireClinician();
  const [{ patientId }, { template, assigned }] = await Promise.all([params, searchParams]);
  if (!isUuid(patientId)) notFound();
  const desk = await planDesk(actor, patientId, typeof template === "string" ? { template } : {});
  if (!desk) notFound();
  if (desk.lastVisit === undefined && desk.phase === "none") {
    return (
      <EmptyState icon={ClipboardList} title={words.none_title} text={words.none_text}>
        <ButtonLink href={`/patients/${patientId}`}>{words.back}</ButtonLink>
      </EmptyState>
    );
  }
  const ids = TREATMENT_PHASES.map(({ id }) => id);
  const shown = desk.phase === "hold" ? desk.signedPhase : desk.phase;
  const current = ids.indexOf(shown as TreatmentPhase);
  const past = desk.outsideModel || current < 0 ? [] : ids.slice(0, current);
  const base = desk.running?.number ?? 0;
  const chosen = [...desk.templates, ...desk.ownTemplates.map(({ id }) => id)].find((id) => id === template) ?? null;
  const names = { ...exerciseNames(), ...Object.fromEntries([...desk.own.values()].map(({ id, name }) => [id, name])) };
  return (
    <>
      {assigned === String(base) && base > 0 ? (
        <Banner tone="brand" role="status" className="mb-3">
          {fill(words.assigned, { n: base })}
        </Banner>
      ) : null}
      <PlanEditor
        start={`${base}.${chosen}.${desk.lastVisit?.id}.${desk.phase}`}
        data={editorData(desk, names)}
        actions={{
          assign,
          review: async (ticks) => {
            "use server";
            return review({ patientId, template: chosen, ticks });
          },
        }}
        head={<Head desk={desk} chosen={chosen} />}
        notes={<Notes desk={desk} />}
        columnHead={<ColumnHead desk={desk} />}
        before={past.map((phase) => <PastPhase key={phase} phase={phase} wasUsed={desk.visited.includes(phase)} />)}
        after={desk.previews.map(({ phase, items }, index) => {
          const gate = GATE_INTO[phase];
          return (
            <LockedPhase
              key={phase}
              phase={phase}
              gate={gate}
              items={items}
              asks={
                gate === null ? null : (
                  <>
                    <Asks desk={desk} gate={gate} isNext={index === 0} />
                    {index === 0 ? <OverrideVisit desk={desk} /> : null}
                  </>
                )
              }
            />
          );
        })}
      />
      <VersionList versions={desk.versions} exercises={names} />
      {desk.running === null ? null : (
        <div className="mt-4 flex flex-wrap justify-end gap-2 max-sm:pb-20">
          <SaveTemplate patientId={patientId} />
          <EndPlan patientId={patientId} base={base} />
        </div>
      )}
    </>
  );
}

function editorData(desk: PlanDesk, exercises: Names): PlanEditorData {
  const offered = offeredBy(desk);
  const favourite = new Set(desk.favourites.map((id) => (id.startsWith("clinic:") ? id.slice("clinic:".length) : id)));
  const drawn = new Set([...offered.items, ...(desk.running?.items ?? [])].map((item) => item.exercise));
  for (const { id } of desk.shelf) drawn.add(id);
  return {
    patientId: desk.patientId,
    base: desk.running?.number ?? 0,
    assignedOn: desk.running?.assignedOn ?? null,
    phase: desk.phase,
    today: desk.today,
    isClosed: desk.phase === "hold" || desk.isBlocked || (desk.phase === "none" && !desk.outsideModel),
    offered,
    overrides: desk.overrides,
    former: desk.running?.items ?? [],
    ticks: desk.ticks && { ids: [...desk.ticks.ids], on: desk.ticks.on },
    favourites: offered.shelf
      .map(({ id }) => id)
      .filter((id) => favourite.has(desk.own.get(id as ClinicItemId)?.item_id ?? id)),
    askedAgainAfter: desk.rules.values.ack_valid_days,
    flareDays: { min: desk.rules.values.flare_dose_days_min, max: desk.rules.values.flare_dose_days_max },
    itemsMax: desk.rules.values.home_items_max,
    reasonMin: desk.rules.values.override_reason_min_chars,
    names: {
      conditions: conditionNames(),
      exercises,
      ticks: ASSIGN_TICKS.map(({ id, label }) => ({ id, label })),
    },
    figures: Object.fromEntries(
      [...drawn].map((id) => [id, <ItemPicture key={id} picture={pictureOf(id, desk.own)} decorative />]),
    ),
  };
}

function Head({ desk, chosen }: { desk: PlanDesk; chosen: string | null }) {
  const { running, begin, proposal } = desk;
  const next = (running?.number ?? 0) + 1;
  const on = dayText(running?.assignedOn ?? desk.today);
  const inUse = begin.from === "proposal" ? (proposal?.template ?? null) : (desk.versions[0]?.template ?? null);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <h2 className="text-section">{fill(words.draft, { n: next })}</h2>
      <p className="text-secondary text-muted">
        {running === null ? words.first : fill(words.in_force, { n: running.number, on })}
      </p>
      {desk.outsideModel ? <Chip tone="warn">{words.outside}</Chip> : null}
      {desk.phase === "hold" ? null : (
        <TemplateMenu
          patientId={desk.patientId}
          templates={desk.templates}
          own={desk.ownTemplates}
          inUse={inUse}
          proposed={desk.matched}
          canReturn={running !== null && chosen !== null}
        />
      )}
    </div>
  );
}

/** Why this plan: hold first, then what the proposal rests on. */
function Notes({ desk }: { desk: PlanDesk }) {
  const { proposal, begin, lastVisit } = desk;
  const isHeld = desk.phase === "hold" || desk.isBlocked;
  const reasons = begin.from === "proposal" ? (proposal?.reasons ?? []) : [];
  const inClinic = begin.from === "proposal" ? (proposal?.clinician_items ?? []) : [];
  return (
    <>
      {isHeld ? (
        <Banner tone="bad" title={words.hold_title}>
          {words.hold_text}
        </Banner>
      ) : null}
      {desk.awaitsCosign ? <Banner tone="warn">{words.cosign}</Banner> : null}
      {desk.outsideModel ? (
        <Banner tone="same" title={`${words.outside}.`}>
          {words.outside_text}
        </Banner>
      ) : null}
      {desk.restartsAtHalf && !isHeld ? <Banner tone="warn">{words.restarts}</Banner> : null}
      {begin.from === "proposal" && proposal?.flare ? <Banner tone="warn">{words.flare}</Banner> : null}
      {lastVisit?.result.notices.some((notice) => notice.startsWith("plateau_review")) ? (
        <Banner tone="warn">{words.plateau}</Banner>
      ) : null}
      {desk.phase === "none" && !desk.outsideModel ? <Banner tone="same">{words.before_entry}</Banner> : null}
      {proposal === null && !isHeld && desk.phase !== "none" && desk.running === null ? (
        <Banner tone="same">{words.no_template}</Banner>
      ) : null}
      {reasons.length === 0 ? null : (
        <p className="text-secondary">
          <strong>{words.proposal}:</strong> {reasons.map(templateReason).join(" ")}
          {lastVisit === undefined ? null : (
            <span className="text-muted">
              {" "}
              {fill(words.basis, { n: lastVisit.number ?? "", on: dayText(lastVisit.on) })}.
            </span>
          )}
        </p>
      )}
      {inClinic.length === 0 ? null : (
        <p className="text-secondary text-muted">
          {fill(words.clinician_items, {
            names: inClinic
              .filter(({ verdict }) => verdict.effect !== "hide")
              .map(({ exercise }) => exerciseById(exercise).name)
              .join(", "),
          })}
        </p>
      )}
    </>
  );
}
