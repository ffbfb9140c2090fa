/** The templates of the present phase: choosing one begins the version anew from it. Links, so it needs no script. */
import { ChevronDown, LayoutTemplate } from "lucide-react";
import Link from "next/link";
import { Chip } from "@/components/ui/chip";
import { type TemplateId, templateById } from "@/domain/vocabulary/templates";
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";

export type TemplateMenuProps = {
  patientId: string;
  templates: readonly TemplateId[];
  /** The clinic's own, by name. */
  own: readonly { id: string; name: string; items: readonly unknown[] }[];
  inUse: string | null;
  proposed: string | null;
  canReturn: boolean;
};

const NAMES: Readonly<Record<string, string>> = words.templates;

export function TemplateMenu({ patientId, templates, own, inUse, proposed, canReturn }: TemplateMenuProps) {
  if (templates.length + own.length === 0) return null;
  const name =
    inUse === null
      ? words.template_none
      : (NAMES[inUse] ?? own.find(({ id }) => id === inUse)?.name ?? words.template_own);
  const row = "flex min-h-11 items-center justify-between gap-3 px-3 py-2 hover:bg-sunken";
  return (
    <details className="group relative">
      <summary className="flex min-h-9 list-none items-center gap-2 rounded-card border border-line-2 bg-surface px-3 text-control max-sm:min-h-11 [&::-webkit-details-marker]:hidden">
        <LayoutTemplate aria-hidden size={16} />
        {fill(words.template_now, { name })}
        <ChevronDown aria-hidden size={16} className="group-open:rotate-180" />
      </summary>
      <ul className="absolute z-5 mt-1 w-96 max-w-[calc(100vw-2rem)] divide-y divide-line rounded-card border border-line-2 bg-surface shadow-dialog">
        {canReturn ? (
          <li>
            <Link className={row} href={`/patients/${patientId}/plan`} prefetch={false}>
              {words.start_over}
            </Link>
          </li>
        ) : null}
        {templates.map((id) => (
          <li key={id}>
            <Link
              className={row}
              href={`/patients/${patientId}/plan?template=${id}`}
              prefetch={false}
              aria-current={id === inUse ? "true" : undefined}
            >
              <span>
                <span className="block font-bold">{NAMES[id] ?? id}</span>
                <span className="block text-caption text-muted">
                  {fill(words.template_items, { n: templateById(id).items.length, note: templateById(id).note })}
                </span>
              </span>
              {id === proposed ? <Chip tone="brand">{words.template_proposed}</Chip> : null}
            </Link>
          </li>
        ))}
        {own.map(({ id, name: called, items }) => (
          <li key={id}>
            <Link
              className={row}
              href={`/patients/${patientId}/plan?template=${encodeURIComponent(id)}`}
              prefetch={false}
              aria-current={id === inUse ? "true" : undefined}
            >
              <span>
                <span className="block font-bold">{called}</span>
                <span className="block text-caption text-muted">
                  {fill(words.template_own_items, { n: items.length })}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
