/** Amend: choose a field, see what is recorded, say what should stand and why. */
"use client";

import { useMemo } from "react";
import type { PendingPlace } from "@/components/outbox/pending-words";
import { usePending } from "@/components/outbox/use-pending";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectInput } from "@/components/ui/select-input";
import type { Proof } from "@/domain/confirmation";
import { draftPath } from "@/domain/visit/fields";
import { SIGNS, signSides } from "@/domain/vocabulary/signs";
import text from "@/messages/en/record.json";
import { AmendValue, isTypedHere } from "./amend-value";
import { FLOWSHEET } from "./measure-rows";
import { pathName, sayValue } from "./path-names";
import { SignedAct } from "./signed-act";
import type { ActOutcome } from "./visit-data";

type Field = { path: string; value: unknown };

/** Recorded fields first, then whatever can be typed in and was left out. */
function choices(recorded: readonly Field[]): { value: string; label: string }[] {
  const left = [
    ...FLOWSHEET.flatMap(({ id, sides }) => sides.map((side) => draftPath.measure(id, side))),
    ...SIGNS.flatMap((sign) => signSides(sign).map((side) => draftPath.sign(sign.id, side))),
    draftPath.alone("note"),
    draftPath.alone("advice"),
  ].filter((path) => !recorded.some((field) => field.path === path));
  return [
    ...recorded.map(({ path, value }) => ({
      value: path,
      label: `${pathName(path)}: ${sayValue(value).slice(0, 60)}`,
    })),
    ...left.map((path) => ({ value: path, label: pathName(path) })),
  ];
}

type Amending = { path: string | null; value: unknown; isCleared: boolean };
const NOTHING: Amending = { path: null, value: null, isCleared: false };
const isAmending = (kept: unknown): kept is Amending =>
  typeof kept === "object" && kept !== null && "path" in kept && "isCleared" in kept;

export function AmendVisit({
  recorded,
  placeOf,
  act,
}: {
  recorded: Field[];
  /** Where what is typed stays until it is signed. */
  placeOf: (of: string) => PendingPlace;
  act: (change: { path: string; new: unknown }, reason: string, proof: Proof) => Promise<ActOutcome>;
}) {
  const [amending, setAmending, forget] = usePending(placeOf("amend.change"), NOTHING, isAmending);
  const { path, value, isCleared } = amending;
  const options = useMemo(() => choices(recorded), [recorded]);
  const old = recorded.find((field) => field.path === path)?.value ?? null;
  const next = isCleared ? null : value;

  async function amend(reason: string, proof: Proof): Promise<ActOutcome> {
    if (path === null) return { ok: false, message: text.amend.nothing };
    const outcome = await act({ path, new: next }, reason, proof);
    if (outcome.ok) forget();
    return outcome;
  }
  function choose(chosen: string | null) {
    setAmending({
      path: chosen,
      value: recorded.find((field) => field.path === chosen)?.value ?? null,
      isCleared: chosen !== null && !isTypedHere(chosen),
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
              <dd className="break-words">{sayValue(old)}</dd>
            </div>
            <div>
              <dt className="font-bold">{text.new}</dt>
              <dd className="break-words">{sayValue(next)}</dd>
            </div>
          </dl>
          {isCleared ? null : (
            <AmendValue path={path} value={value} onChange={(typed) => setAmending({ ...amending, value: typed })} />
          )}
          {old === null || !isTypedHere(path) ? null : (
            <Checkbox
              name="clear"
              label={text.amend.clear}
              checked={isCleared}
              onChange={(cleared) => setAmending({ ...amending, isCleared: cleared })}
            />
          )}
          {isTypedHere(path) ? null : <p className="text-secondary text-muted">{text.amend.clear}</p>}
        </>
      )}
    </SignedAct>
  );
}
