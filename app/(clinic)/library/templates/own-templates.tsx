/** The clinic's own templates: what each holds, its form, and the archive. */
import { ItemPicture, pictureOf } from "@/components/figure/item-picture";
import { TemplateRow } from "@/components/library/template-row";
import { doseLine } from "@/components/plan/plan-words";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { Disclosure } from "@/components/ui/disclosure";
import { SubmitButton } from "@/components/ui/submit-button";
import type { listClinicTemplates, StoredTemplate } from "@/db/clinic-template";
import { catalogueItem, type PlanExerciseId } from "@/domain/plan/catalogue";
import library from "@/messages/en/library.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import { OwnTemplateForm } from "./own-template-form";
import { archiveTemplateOf } from "./template-actions";

const words = library.templates;

type Listed = Awaited<ReturnType<typeof listClinicTemplates>>;

export function OwnTemplates({ templates, own }: Listed) {
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-section">{words.own_title}</h2>
      {templates.length === 0 ? <p className="text-muted">{words.own_none}</p> : null}
      <div className="grid items-start gap-3 lg:grid-cols-2">
        {[...templates]
          .sort((a, b) => Number(a.isArchived) - Number(b.isArchived))
          .map((template) => (
            <OwnTemplate key={template.key} template={template} own={own} />
          ))}
      </div>
    </section>
  );
}

function OwnTemplate({ template, own }: { template: StoredTemplate; own: Listed["own"] }) {
  const { key, name, phase, items, version, isArchived, outside_model } = template;
  const nameOf = (id: PlanExerciseId) => catalogueItem(id, own)?.name ?? words.unknown;
  return (
    <Card title={name} level={3} aside={isArchived ? <Chip tone="muted">{words.archived}</Chip> : undefined}>
      <p className="text-secondary text-muted">
        {outside_model ? words.own_outside : fill(words.own_in, { phase: status.phase[phase] })}
      </p>
      <ul className="mt-2 divide-y divide-line">
        {items.map(({ exercise, dose }) => (
          <TemplateRow
            key={`${exercise}.${dose.side}`}
            picture={
              <ItemPicture picture={pictureOf(exercise, own)} decorative className="block max-h-10 max-w-full" />
            }
            name={nameOf(exercise)}
            dose={doseLine(dose)}
          />
        ))}
      </ul>
      <Disclosure summary={words.edit}>
        <OwnTemplateForm
          key={version}
          template={key}
          base={version}
          name={name}
          items={items.map((item) => ({ ...item, name: nameOf(item.exercise) }))}
        />
      </Disclosure>
      <form action={archiveTemplateOf}>
        <input type="hidden" name="template" value={key} />
        <input type="hidden" name="archive" value={isArchived ? "no" : "yes"} />
        <SubmitButton variant="plain" size="sm">
          {isArchived ? words.restore : words.archive}
        </SubmitButton>
      </form>
    </Card>
  );
}
