/** What the template holds and this plan doesn't, with the reason and the alternative taken. */
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";
import type { Offered, PlanEditorData } from "./plan-data";
import { listed } from "./plan-words";

export function LeftOut({ offered, names }: { offered: Offered; names: PlanEditorData["names"] }) {
  const { leftOut, replaced, shelf } = offered;
  if (leftOut.length + replaced.length === 0) return null;
  const nameOf = (id: string) => names.exercises[id] ?? id;
  const hiding = (id: string) => shelf.find((item) => item.id === id)?.verdict.hidden_by ?? [];
  return (
    <section className="rounded-card border border-warn-line bg-warn-wash p-3 text-secondary text-warn">
      <h3 className="font-bold">{words.left_out.title}</h3>
      <ul className="mt-1 grid gap-1">
        {replaced.map(({ exercise, instead_of }) => (
          <li key={instead_of}>
            {fill(words.left_out.instead, {
              name: nameOf(exercise),
              other: nameOf(instead_of),
              conditions: listed(hiding(instead_of), names.conditions),
            })}
          </li>
        ))}
        {leftOut.map(({ exercise, because, hidden_by, tried }) => (
          <li key={exercise}>
            {fill(words.left_out[because], {
              name: nameOf(exercise),
              conditions: listed(hidden_by, names.conditions),
            })}
            {tried.length > 0 ? ` ${fill(words.left_out.tried, { names: listed(tried, names.exercises) })}` : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
