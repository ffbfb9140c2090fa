/** The palette itself: a combobox over one list; arrows move, Enter chooses, Escape closes. */
"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, startTransition, useEffect, useId, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { LiveRegion } from "@/components/ui/live-region";
import text from "@/messages/en/palette.json";
import { fill } from "@/messages/fill";
import { type Choice, type Shown, shownChoices } from "./choice";
import { useFoundPatients } from "./found-patients";
import { useOwnExercises } from "./own-exercises";
import { perform } from "./perform";
import { recentChoices, remember } from "./recent";
import { standingChoices } from "./standing-choices";

export type PaletteDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  membershipId: string;
  /** Reads fields `patientId` and `kind`, and leads to the visit. */
  startVisit: (form: FormData) => Promise<void>;
};

export function PaletteDialog(props: PaletteDialogProps) {
  return (
    <Dialog open={props.isOpen} onClose={props.onClose} title={text.title} closeLabel={text.close}>
      {/* Drawn anew each time it opens: what is on the page then is what can be chosen. */}
      <Box {...props} />
    </Dialog>
  );
}

function Box({ onClose, membershipId, startVisit }: PaletteDialogProps) {
  const router = useRouter();
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [activeKey, setActive] = useState<string | null>(null);
  const [page] = useState(() => ({
    standing: standingChoices(document.getElementById("section-note") !== null),
    recent: recentChoices(membershipId),
    patientId: /^\/patients\/([0-9a-f-]{36})/.exec(location.pathname)?.[1] ?? null,
  }));
  const found = useFoundPatients(typed, page.patientId);
  const own = useOwnExercises();
  const shown = useMemo(
    () => shownChoices(typed, { ...page, standing: [...own, ...page.standing], found: found.choices }),
    [typed, page, own, found.choices],
  );
  const all = shown.flatMap(({ choices }) => choices);
  const active = all.find((choice) => keyIn(choice) === activeKey) ?? all[0];
  const idOf = (choice: Choice) => `${listId}-${all.indexOf(choice)}`;

  function choose(choice: Choice) {
    remember(membershipId, choice);
    // Closing gives the focus back to where it was; only then may it go on to the row.
    flushSync(onClose);
    const { act } = choice;
    if (act.kind === "open") router.push(act.href);
    else if (act.kind === "visit") {
      const form = new FormData();
      form.set("patientId", act.patientId);
      form.set("kind", "treatment");
      startTransition(() => startVisit(form));
    } else perform(act);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const at = active ? all.indexOf(active) : -1;
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 };
    const to = steps[event.key];
    if (to !== undefined) {
      const next = all[(to + all.length) % all.length];
      if (next) setActive(keyIn(next));
    } else if (event.key === "Enter" && active && !event.nativeEvent.isComposing) choose(active);
    else return;
    event.preventDefault();
  }
  return (
    <>
      <input
        data-autofocus
        type="text"
        role="combobox"
        aria-label={text.label}
        aria-expanded={all.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active ? idOf(active) : undefined}
        placeholder={text.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(null);
        }}
        onKeyDown={onKeyDown}
        className="h-10 w-full rounded-card border border-field bg-surface px-3 text-body placeholder:text-muted max-sm:h-11"
      />
      <div
        id={listId}
        role="listbox"
        aria-label={text.results}
        className="mt-2 grid max-h-[55dvh] gap-2 overflow-y-auto"
      >
        {shown.map((group) => (
          <GroupOfChoices key={group.group} {...group} active={active} idOf={idOf} onChoose={choose} />
        ))}
      </div>
      <Told found={found.state} isEmpty={all.length === 0} />
      <LiveRegion>{fill(text.count, { count: all.length })}</LiveRegion>
    </>
  );
}

/** One choice may stand among the recent ones and in its own group. */
const keyIn = ({ group, key }: Choice): string => `${group} ${key}`;

type GroupProps = Shown & {
  active: Choice | undefined;
  idOf: (choice: Choice) => string;
  onChoose: (choice: Choice) => void;
};

function GroupOfChoices({ group, choices, active, idOf, onChoose }: GroupProps) {
  const titleId = useId();
  return (
    <fieldset aria-labelledby={titleId} className="min-w-0">
      <div id={titleId} role="presentation" className="px-2 pb-0.5 text-caption font-bold text-muted">
        {text.groups[group]}
      </div>
      {choices.map((choice) => (
        <Option
          key={keyIn(choice)}
          id={idOf(choice)}
          choice={choice}
          isActive={choice === active}
          onChoose={() => onChoose(choice)}
        />
      ))}
    </fieldset>
  );
}

type OptionProps = { id: string; choice: Choice; isActive: boolean; onChoose: () => void };

function Option({ id, choice, isActive, onChoose }: OptionProps) {
  useEffect(() => {
    if (isActive) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [id, isActive]);
  return (
    <button
      id={id}
      type="button"
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onClick={onChoose}
      className={classNames(
        "flex min-h-8.5 w-full flex-wrap items-center gap-x-3 rounded-chip px-2 py-1 text-left text-control max-sm:min-h-11",
        isActive ? "bg-brand-wash font-strong text-ink" : "text-ink-2 hover:bg-sunken",
      )}
    >
      <span className="min-w-0 wrap-anywhere">{choice.label}</span>
      {choice.detail === undefined ? null : (
        <span className="text-caption font-normal text-muted">{choice.detail}</span>
      )}
    </button>
  );
}

function Told({ found, isEmpty }: { found: "idle" | "searching" | "failed" | "signed_out"; isEmpty: boolean }) {
  const said = { searching: text.searching, failed: text.failed, signed_out: text.signedOut, idle: text.nothing }[
    found
  ];
  if (found === "idle" && !isEmpty) return null;
  return <p className="mt-2 px-2 text-caption text-muted">{said}</p>;
}
