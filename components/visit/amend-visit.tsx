/** Amend: choose a field, see what is recorded, say what should stand and why. */
"use client";

import { useMemo } from "react";
import type { PendingPlace } from "@/components/outbox/pending-words";
import { usePending } from "@/components/outbox/use-pending";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectInput } from "@/components/ui/select-input";
import type { Proof } from "@/domain/confirmation";
import { amendablePaths, takenAlong } from "@/domain/visit/amendable";
import { draftPath } from "@/domain/visit/fields";
import text from "@/messages/en/record.json";
import visit from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { editorOf, sayField } from "./amend-editors";
import { AmendValue } from "./amend-value";
import { pathName } from "./path-names";
import { sectionOf } from "./section-states";
import { SignedAct } from "./signed-act";
import type { ActOutcome } from "./visit-data";

type Field = { path: string; value: unknown };
/** null = not recorded after all. */
export type FieldChange = { path: string; new: unknown };

/** Recorded fields first, then whatever can be typed in and was left out; of the re-tests only the next. */
function choices(recorded: readonly Field[], of: "contact" | "visit"): { value: string; label: string }[] {
  const held = new Set(recorded.map(({ path }) => path));
  const [nextRetest] = RETESTS.filter((path) => !held.has(path));
  const left = amendablePaths(of).filter(
    (path) => !held.has(path) && (!path.startsWith("retest.") || path === nextRetest),
  );
  return [
    ...recorded.map(({ path, value }) => ({
      value: path,
      label: `${pathName(path)}: ${sayField(path, value).slice(0, 60)}`,
    })),
    ...left.map((path) => ({ value: path, label: `${sectionName(path)}: ${pathName(path)}` })),
  ];
}

const RETESTS = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => draftPath.retest(n));
const sectionName = (path: string): string =>
  path.startsWith("contact.") ? visit.sections.contact : visit.sections[sectionOf(path)];

type Amending = { path: string | null; value: unknown; isCleared: boolean };
const NOTHING: Amending = { path: null, value: null, isCleared: false };
const isAmending = (kept: unknown): kept is Amending =>
  typeof kept === "object" && kept !== null && "path" in kept && "isCleared" in kept;

export function AmendVisit({
  recorded,
  isContact,
  placeOf,
  act,
}: {
  recorded: Field[];
  isContact: boolean;
  /** Where what is typed stays until it is signed. */
  placeOf: (of: string) => PendingPlace;
  act: (changes: FieldChange[], reason: string, proof: Proof) => Promise<ActOutcome>;
}) {
  const [amending, setAmending, forget] = usePending(placeOf("amend.change"), NOTHING, isAmending);
  const { path, value, isCleared } = amending;
  const options = useMemo(() => choices(recorded, isContact ? "contact" : "visit"), [recorded, isContact]);
  const old = recorded.find((field) => field.path === path)?.value ?? null;
  const next = isCleared ? null : value;
  const held = recorded.map((field) => field.path);
  const along = path === null ? [] : takenAlong(path, next, held);

  async function amend(reason: string, proof: Proof): Promise<ActOutcome> {
    if (path === null) return { ok: false, message: text.amend.nothing };
    const changes = [{ path, new: next }, ...along.map((other) => ({ path: other, new: null }))];
    const outcome = await act(changes, reason, proof);
    if (outcome.ok) forget();
    return outcome;
  }
  function choose(chosen: string | null) {
    const editor = chosen === null ? null : editorOf(chosen);
    const base = editor !== null && "base" in editor ? editor.base : null;
    setAmending({
      path: chosen,
      value: recorded.find((field) => field.path === chosen)?.value ?? base ?? null,
      isCleared: false,
    });
  }
  return (
    <SignedAct words={text.amend} reasonAt={placeOf("amend")} act={amend}>
      <SelectInput
        name="path"
        label={text.field}
        empty={text.amend.choose}
        options={options}
        value={path}
        onChange={choose}
        required
      />
      {path === null ? null : (
        <>
          <dl className="grid grid-cols-2 gap-3 text-secondary">
            <div>
              <dt className="font-bold">{text.old}</dt>
              <dd className="break-words">{sayField(path, old)}</dd>
            </div>
            <div>
              <dt className="font-bold">{text.new}</dt>
              <dd className="break-words">{sayField(path, next)}</dd>
            </div>
          </dl>
          {isCleared ? null : (
            <AmendValue path={path} value={value} onChange={(typed) => setAmending({ ...amending, value: typed })} />
          )}
          {along.length === 0 ? null : (
            <p className="text-secondary text-warn">
              {fill(text.amend.along, { names: along.map(pathName).join(", ") })}
            </p>
          )}
          {old === null ? null : (
            <Checkbox
              name="clear"
              label={text.amend.clear}
              checked={isCleared}
              onChange={(cleared) => setAmending({ ...amending, isCleared: cleared })}
            />
          )}
        </>
      )}
    </SignedAct>
  );
}
