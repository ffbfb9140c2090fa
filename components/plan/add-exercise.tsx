/** Adds an exercise that the phase allows: searched by name, muscle, equipment and kind, with what conditions say about it. */
"use client";

import { Plus, Star } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { TextInput } from "@/components/ui/text-input";
import type { ShelfItem } from "@/domain/plan/shelf";
import { doseWords, perWeekWords } from "@/messages/dose-words";
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";
import type { PlanEditorData } from "./plan-data";
import { listed } from "./plan-words";

const text = words.add;

function matches({ name, targets, equipment, kind }: ShelfItem, search: string): boolean {
  const said = [name, targets, equipment, kind].join(" ").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

export function AddExercise({
  shelf,
  inPlan,
  data,
  onAdd,
}: {
  shelf: readonly ShelfItem[];
  inPlan: readonly string[];
  data: PlanEditorData;
  onAdd: (item: ShelfItem) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [search, setSearch] = useState("");
  const isFavourite = ({ id }: ShelfItem) => data.favourites.includes(id);
  const found = shelf
    .filter((item) => item.allowed && matches(item, search.trim()))
    .sort((a, b) => Number(isFavourite(b)) - Number(isFavourite(a)));
  return (
    <>
      <Button className="w-full" onClick={() => setOpen(true)}>
        <Plus aria-hidden size={16} />
        {text.open}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={text.title} closeLabel={words.close} wide>
        <TextInput
          name="add-search"
          type="search"
          label={text.search}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <p role="status" className="mt-2 text-caption text-muted">
          {found.length === 0 ? text.none : fill(text.found, { n: found.length })}
        </p>
        <ul className="mt-2 divide-y divide-line">
          {found.map((item) => (
            <li key={item.id} className="flex items-center gap-3 py-2">
              <span aria-hidden className="grid w-20 shrink-0 place-items-center">
                {data.figures[item.id]}
              </span>
              <div className="min-w-0 flex-1">
                <p className="flex items-center gap-1.5 text-card">
                  {item.name}
                  {isFavourite(item) ? (
                    <>
                      <Star aria-hidden size={14} fill="currentColor" className="text-brand-ink" />
                      <span className="sr-only">{text.favourite}</span>
                    </>
                  ) : null}
                  {item.id.startsWith("clinic:") ? <Chip tone="brand">{text.own}</Chip> : null}
                </p>
                <p className="text-secondary text-muted">
                  {[item.targets, item.kind, doseWords(item.start.dose), perWeekWords(item.start.dose.per_week)].join(
                    " · ",
                  )}
                </p>
                <Effect item={item} data={data} />
              </div>
              {inPlan.includes(item.id) ? (
                <Chip tone="muted">{text.in_plan}</Chip>
              ) : (
                <Button
                  size="sm"
                  aria-label={fill(text.add_name, { name: item.name })}
                  onClick={() => {
                    onAdd(item);
                    setOpen(false);
                    setSearch("");
                  }}
                >
                  {text.add}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}

function Effect({ item, data }: { item: ShelfItem; data: PlanEditorData }) {
  const { effect, hidden_by, texts } = item.verdict;
  if (effect === "none") return null;
  if (effect === "hide") {
    const conditions = listed(hidden_by, data.names.conditions);
    return <p className="text-caption font-semi text-bad">{fill(text.hidden, { conditions })}</p>;
  }
  return (
    <p className="text-caption text-warn">
      <strong>{effect === "limit" ? text.limited : text.caution}:</strong> {texts.map((cell) => cell.text).join(" ")}
    </p>
  );
}
