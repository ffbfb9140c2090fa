/** A text of the visit that knows the clinician's phrases: a trigger and a space writes one, ";" lists them. */
"use client";

import { type ChangeEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { classNames } from "@/components/ui/class-names";
import { TextArea, type TextAreaProps } from "@/components/ui/text-input";
import { type Edited, expandPhrase, insertPhrase, type Phrase, typedTrigger } from "@/domain/visit/phrases";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { phraseFacts } from "./phrase-facts";
import { useDraft } from "./use-draft";

export type ProseAreaProps = Omit<TextAreaProps, "onChange" | "onKeyDown" | "onBlur" | "ref" | "value"> & {
  value: string;
  onText: (text: string) => void;
};

export function ProseArea({ onText, ...rest }: ProseAreaProps) {
  const draft = useDraft();
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const { phrases } = draft.data;
  const found = typed === null ? [] : phrases.filter(({ trigger }) => trigger.startsWith(typed));

  function write({ text: next, cursor }: Edited) {
    flushSync(() => {
      setTyped(null);
      onText(next);
    });
    area.current?.setSelectionRange(cursor, cursor);
  }
  function onChange({ target }: ChangeEvent<HTMLTextAreaElement>) {
    if (phrases.length === 0) return onText(target.value);
    const cursor = target.selectionEnd;
    const expanded = expandPhrase(target.value, cursor, phrases, phraseFacts(draft));
    if (expanded) return write(expanded);
    setTyped(typedTrigger(target.value, cursor));
    setAt(0);
    onText(target.value);
  }
  function insert(phrase: Phrase) {
    const element = area.current;
    if (element) write(insertPhrase(element.value, element.selectionEnd, phrase, phraseFacts(draft)));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (found.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = found[at];
    if (event.key === "ArrowDown") setAt((at + 1) % found.length);
    else if (event.key === "ArrowUp") setAt((at - 1 + found.length) % found.length);
    else if ((event.key === "Enter" || event.key === "Tab") && chosen) insert(chosen);
    else if (event.key === "Escape") setTyped(null);
    else return;
    event.preventDefault();
  }
  const isOpen = found.length > 0;
  return (
    <div className="relative">
      <TextArea
        {...rest}
        ref={area}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped(null)}
        aria-autocomplete={phrases.length > 0 ? "list" : undefined}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${at}` : undefined}
      />
      <p role="status" className="sr-only">
        {isOpen ? fill(text.phrases.found, { count: found.length }) : ""}
      </p>
      {isOpen ? (
        <div
          id={listId}
          role="listbox"
          aria-label={text.phrases.list}
          className="absolute inset-x-0 top-full z-9 mt-1 max-h-60 overflow-y-auto rounded-card border border-line-2 bg-surface p-1 shadow-dialog"
        >
          {found.map((phrase, index) => (
            <div
              key={phrase.trigger}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              // The text keeps the focus: a press would take it away first.
              onPointerDown={(event) => {
                event.preventDefault();
                insert(phrase);
              }}
              className={classNames(
                "cursor-pointer rounded-chip px-2 py-1 text-secondary max-sm:py-2.5",
                index === at && "bg-brand-wash text-brand-ink",
              )}
            >
              <b>;{phrase.trigger}</b> <span className="text-muted">{phrase.text}</span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
