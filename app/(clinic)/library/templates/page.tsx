/** The plan templates by phase: when each is proposed, what it holds, and what is done in the clinic beside it. */
import type { Metadata } from "next";
import Link from "next/link";
import { requireClinician } from "@/auth/actor";
import { ExerciseFigure } from "@/components/figure/exercise-figure";
import { namedExercises } from "@/components/library/library-words";
import { TemplateRow } from "@/components/library/template-row";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { listClinicTemplates } from "@/db/clinic-template";
import { templateDose } from "@/domain/plan/dose";
import { exerciseById } from "@/domain/vocabulary/exercises";
import { TREATMENT_PHASES } from "@/domain/vocabulary/phases";
import { PLAN_TEMPLATES, type PlanTemplate, type TemplateItem } from "@/domain/vocabulary/templates";
import { doseWords, perWeekWords } from "@/messages/dose-words";
import library from "@/messages/en/library.json";
import plan from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";
import { OwnTemplates } from "./own-templates";

const words = library.templates;
export const metadata: Metadata = { title: words.title };

const GROUPS = [
  ...TREATMENT_PHASES.map(({ id, label }) => ({ title: label, holds: (phase: string) => phase === id })),
  { title: words.any, holds: (phase: string) => !TREATMENT_PHASES.some(({ id }) => id === phase) },
];

export default async function TemplatesPage() {
  const actor = await requireClinician();
  const own = await listClinicTemplates(actor);
  return (
    <>
      <PageHeader title={words.title} />
      <p className="mb-4 max-w-prose text-muted">{words.lead}</p>
      <OwnTemplates {...own} />
      {GROUPS.map(({ title, holds }) => (
        <section key={title} className="mb-6">
          <h2 className="mb-2 text-section">{title}</h2>
          <div className="grid items-start gap-3 lg:grid-cols-2">
            {PLAN_TEMPLATES.filter(({ phase }) => holds(phase)).map((template) => (
              <TemplateCard key={template.id} template={template} />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function TemplateCard({ template }: { template: PlanTemplate }) {
  const { id, items, clinician_items, note } = template;
  return (
    <Card title={plan.templates[id]} level={3}>
      <p className="text-secondary">
        <span className="text-muted">{words.when}:</span> {words.whens[id]}
      </p>
      {items.length === 0 ? <p className="mt-2 text-secondary text-muted">{words.none}</p> : null}
      <ul className="mt-2 divide-y divide-line">
        {items.map((item) => (
          <TemplateRow
            key={item.exercise}
            picture={<ExerciseFigure id={item.exercise} decorative className="block max-h-10 max-w-full" />}
            name={
              <Link
                href={`/library/exercises/${item.exercise}`}
                prefetch={false}
                className="max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
              >
                {exerciseById(item.exercise).name}
              </Link>
            }
            dose={itemWords(item)}
          />
        ))}
      </ul>
      {clinician_items.length === 0 ? null : (
        <p className="mt-2 text-secondary">
          <span className="text-muted">{words.in_clinic}:</span>{" "}
          {clinician_items.map((exercise) => exerciseById(exercise).name).join(", ")}
        </p>
      )}
      {note === "" ? null : (
        <p className="mt-1 text-secondary">
          <span className="text-muted">{words.note}:</span> {namedExercises(note)}
        </p>
      )}
    </Card>
  );
}

function itemWords(item: TemplateItem): string {
  const dose = templateDose(exerciseById(item.exercise).dose, item);
  return [
    doseWords(dose),
    perWeekWords(dose.per_week),
    item.until_days === undefined ? "" : fill(words.until_days, { n: item.until_days }),
    item.until_hours === undefined ? "" : fill(words.until_hours, { n: item.until_hours }),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}
