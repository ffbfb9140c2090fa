/** One exercise in full: figure, steps, dose, chain, what conditions make of it, and its source. */
import { ArrowLeft, Copy } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireClinician } from "@/auth/actor";
import { ExerciseFigure } from "@/components/figure/exercise-figure";
import { libraryDose } from "@/components/library/library-words";
import { conditionName } from "@/components/plan/catalogue-names";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { CONTRAINDICATIONS } from "@/domain/vocabulary/contraindications";
import { type ExerciseId, isExerciseId } from "@/domain/vocabulary/exercise-names";
import { type Exercise, exerciseById } from "@/domain/vocabulary/exercises";
import { ALTERNATIVES } from "@/domain/vocabulary/templates";
import library from "@/messages/en/library.json";
import movements from "@/messages/en/movements.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";

const words = library.exercises;

type Props = { params: Promise<{ exercise: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await params;
  return { title: isExerciseId(exercise) ? exerciseById(exercise).name : words.title };
}

export default async function ExercisePage({ params }: Props) {
  await requireClinician();
  const { exercise } = await params;
  if (!isExerciseId(exercise)) notFound();
  const item = exerciseById(exercise);
  const alternatives = ALTERNATIVES[item.id] ?? [];
  return (
    <>
      <PageHeader
        title={item.name}
        note={item.home ? words.home : words.clinic}
        above={
          <Link href="/library/exercises" prefetch={false} className="inline-flex items-center gap-1 max-sm:min-h-11">
            <ArrowLeft aria-hidden size={14} />
            {words.back}
          </Link>
        }
      >
        {item.home ? (
          <ButtonLink href={`/library/exercises/new?from=${item.id}`}>
            <Copy aria-hidden size={16} />
            {words.own_from}
          </ButtonLink>
        ) : null}
      </PageHeader>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <ExerciseFigure
            id={item.id}
            mode="pair"
            title={item.name}
            movement={movements[item.id]}
            className="mx-auto block max-h-72 max-w-full"
          />
          <p className="mt-3 text-secondary text-muted">{movements[item.id]}</p>
        </Card>
        <Card title={words.steps}>
          <ol className="list-decimal space-y-1 pl-5">
            {item.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {item.cautions === null ? null : (
            <p className="mt-3 rounded-chip bg-warn-wash px-2 py-1.5 text-secondary text-warn">
              <strong>{words.cautions}:</strong> {item.cautions}
            </p>
          )}
        </Card>
        <Card title={words.dose}>
          <Facts item={item} />
        </Card>
        <Card title={words.chain}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-secondary">
            <Fact name={words.easier}>{stepLink(item.regress_to)}</Fact>
            <Fact name={words.harder}>{stepLink(item.progress_to)}</Fact>
            {alternatives.length === 0 ? null : (
              <Fact name={words.alternatives}>
                {alternatives.map((id, index) => (
                  <span key={id}>
                    {index > 0 ? ", " : null}
                    {stepLink(id)}
                  </span>
                ))}
              </Fact>
            )}
          </dl>
        </Card>
        <Card title={words.conditions} className="lg:col-span-2">
          <Conditions id={item.id} />
        </Card>
        <Card title={words.source} className="lg:col-span-2">
          <p className="text-secondary">
            {words.source_text} {item.dose.schedule === undefined ? null : words.source_nordic}
          </p>
        </Card>
      </div>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function stepLink(id: ExerciseId | null): ReactNode {
  if (id === null) return words.end;
  return (
    <Link href={`/library/exercises/${id}`} prefetch={false} className="underline">
      {exerciseById(id).name}
    </Link>
  );
}

function Facts({ item }: { item: Exercise }) {
  const { dose } = item;
  const traits = (["low_load", "quad_length", "quad_strength", "active"] as const).filter((trait) => item[trait]);
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-secondary">
      <Fact name={words.dose}>
        <strong>{libraryDose(item)}</strong>
      </Fact>
      {dose.text === null ? null : <Fact name={words.schedule}>{dose.text}</Fact>}
      {dose.tempo === null ? null : <Fact name={words.tempo}>{dose.tempo}</Fact>}
      {dose.rest_s === 0 ? null : <Fact name={words.rest}>{fill(words.rest_s, { n: dose.rest_s })}</Fact>}
      {dose.until_hours === null ? null : <Fact name="">{fill(words.until_hours, { n: dose.until_hours })}</Fact>}
      {dose.max_days === null ? null : <Fact name="">{fill(words.max_days, { n: dose.max_days })}</Fact>}
      <Fact name={words.pain}>{fill(words.pain_limit, { n: item.pain_limit })}</Fact>
      <Fact name={words.phases}>{item.phases.map((id) => status.phase[id]).join(", ")}</Fact>
      <Fact name={words.targets}>{item.targets}</Fact>
      <Fact name={words.kind}>{item.kind}</Fact>
      <Fact name={words.equipment}>{item.equipment}</Fact>
      {traits.length === 0 ? null : (
        <Fact name={words.traits}>{traits.map((trait) => words.trait[trait]).join(", ")}</Fact>
      )}
      {(dose.schedule ?? []).map(({ week, per_week, sets, reps }) => (
        <Fact key={week} name={words.schedule}>
          {fill(week === "maintain" ? words.week_maintain : words.week, {
            week,
            per_week,
            sets,
            reps: reps.join(", "),
          })}
        </Fact>
      ))}
    </dl>
  );
}

function Conditions({ id }: { id: ExerciseId }) {
  const cells = CONTRAINDICATIONS.filter((cell) => cell.exercise === id);
  if (cells.length === 0) return <p className="text-secondary text-muted">{words.no_conditions}</p>;
  return (
    <DataTable
      dense
      caption={words.conditions}
      captionHidden
      columns={[
        { key: "condition", header: words.condition },
        { key: "effect", header: words.effect },
        { key: "text", header: words.cautions },
      ]}
      rows={cells.map(({ condition, effect, text }) => ({
        key: condition,
        cells: { condition: conditionName(condition), effect: words.effects[effect], text: text ?? words.hide_text },
      }))}
    />
  );
}
