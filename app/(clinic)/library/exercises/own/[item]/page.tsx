/** One exercise of the clinic's own: as the patient sees it, with its next version's form and the archive. */
import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireClinician } from "@/auth/actor";
import { ItemPicture, pictureOf } from "@/components/figure/item-picture";
import { libraryDose } from "@/components/library/library-words";
import { conditionName } from "@/components/plan/catalogue-names";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { SubmitButton } from "@/components/ui/submit-button";
import { listClinicItems } from "@/db/clinic-item";
import { clinicItemKey, namedSteps, type StepRef } from "@/domain/plan/clinic-item";
import type { OwnItem } from "@/domain/plan/own-steps";
import { isExerciseId } from "@/domain/vocabulary/exercise-names";
import { exerciseById } from "@/domain/vocabulary/exercises";
import library from "@/messages/en/library.json";
import movements from "@/messages/en/movements.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import { formChoices } from "../../form-choices";
import { archiveItem } from "../../item-actions";
import { ItemForm } from "../../item-form";

const words = library.own;
const shared = library.exercises;
export const metadata: Metadata = { title: shared.own };

type Props = { params: Promise<{ item: string }>; searchParams: Promise<{ saved?: string }> };

export default async function OwnExercisePage({ params, searchParams }: Props) {
  const actor = await requireClinician();
  const [{ item: id }, { saved }] = await Promise.all([params, searchParams]);
  const all = await listClinicItems(actor);
  const item = all.find(({ item_id }) => item_id === id);
  if (item === undefined) notFound();
  const { copied_from: copiedFrom = null } = item;
  const content = { ...item.content, ...namedSteps(item.content, copiedFrom) };
  const facts: [string, string][] = [
    [shared.dose, libraryDose(item)],
    [shared.pain, fill(shared.pain_limit, { n: item.pain_limit })],
    [shared.phases, item.phases.map((phase) => status.phase[phase]).join(", ")],
    [shared.targets, item.targets],
    [shared.kind, item.kind],
    [shared.equipment, item.equipment],
  ];
  const chain: [string, StepRef | null][] = [
    [shared.easier, content.easier],
    [shared.harder, content.harder],
  ];
  return (
    <>
      <PageHeader
        title={item.name}
        note={`${shared.own} · ${fill(words.version, { n: item.number })}`}
        above={
          <Link href="/library/exercises" prefetch={false} className="inline-flex items-center gap-1 max-sm:min-h-11">
            <ArrowLeft aria-hidden size={14} />
            {shared.back}
          </Link>
        }
      >
        <form action={archiveItem}>
          <input type="hidden" name="item" value={item.item_id} />
          <input type="hidden" name="archive" value={item.isArchived ? "no" : "yes"} />
          <SubmitButton variant="plain">{item.isArchived ? words.restore : words.archive}</SubmitButton>
        </form>
      </PageHeader>
      {saved === String(item.number) ? (
        <Banner tone="brand" role="status" className="mb-3">
          {fill(words.saved, { n: item.number })}
        </Banner>
      ) : null}
      {item.isArchived ? (
        <Banner tone="same" className="mb-3">
          {words.archived}
        </Banner>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <div className="grid place-items-center">
            <ItemPicture
              picture={pictureOf(item.id, new Map([[item.id, item]]))}
              mode="pair"
              title={item.name}
              movement={copiedFrom === null ? item.name : movements[copiedFrom]}
              locale="en"
              className="block max-h-72 max-w-full"
            />
          </div>
        </Card>
        <Card title={shared.steps}>
          <ol className="list-decimal space-y-1 pl-5">
            {content.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {content.cautions === null ? null : (
            <p className="mt-3 rounded-chip bg-warn-wash px-2 py-1.5 text-secondary text-warn">
              <strong>{shared.cautions}:</strong> {content.cautions}
            </p>
          )}
        </Card>
        <Card title={shared.dose}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-secondary">
            {facts.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-muted">{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <dl aria-label={words.chain} className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-secondary">
            {chain.map(([name, step]) => (
              <div key={name} className="contents">
                <dt className="text-muted">{name}</dt>
                <dd>
                  <StepLink step={step} all={all} />
                </dd>
              </div>
            ))}
          </dl>
          {copiedFrom === null ? null : (
            <p className="mt-2 text-secondary text-muted">
              {fill(words.copied, { name: exerciseById(copiedFrom).name })}
            </p>
          )}
        </Card>
        <Card title={words.conditions}>
          {content.contraindications.length === 0 ? (
            <p className="text-secondary text-muted">{shared.no_conditions}</p>
          ) : (
            <ul className="text-secondary">
              {content.contraindications.map(({ condition, effect }) => (
                <li key={condition}>
                  {conditionName(condition)}: {words.effects[effect]}
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
      <Card className="mt-4">
        <Disclosure summary={words.edit}>
          <p className="mb-3 text-secondary text-muted">{words.edit_lead}</p>
          <ItemForm
            key={item.number}
            item={{ id: item.item_id, base: item.number, hasPhoto: item.photo_id !== null }}
            copiedFrom={copiedFrom}
            content={content}
            {...formChoices(copiedFrom, all, item.item_id)}
          />
        </Disclosure>
      </Card>
    </>
  );
}

/** An archived step is told by its name; it is offered no more. */
function StepLink({ step, all }: { step: StepRef | null; all: readonly OwnItem[] }) {
  if (step === null) return words.no_step;
  if (isExerciseId(step)) {
    return (
      <Link href={`/library/exercises/${step}`} prefetch={false}>
        {exerciseById(step).name}
      </Link>
    );
  }
  const own = all.find(({ item_id }) => clinicItemKey(item_id) === step);
  if (own === undefined) return words.no_step;
  if (own.isArchived) return `${own.name} · ${shared.archived}`;
  return (
    <Link href={`/library/exercises/own/${own.item_id}`} prefetch={false}>
      {own.name}
    </Link>
  );
}
