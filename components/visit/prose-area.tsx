/** Texts of the visit, in one line or several, that know the clinician's phrases: a trigger and a space writes one, ";" lists them. */
"use client";

import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { classNames } from "@/components/ui/class-names";
import { TextArea, type TextAreaProps, TextInput, type TextInputProps } from "@/components/ui/text-input";
import { type Edited, expandPhrase, insertPhrase, type Phrase, typedTrigger } from "@/domain/visit/phrases";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { phraseFacts } from "./phrase-facts";
import { useDraft } from "./use-draft";
import { useTypedText } from "./use-typed-text";

type Taken = "onChange" | "onKeyDown" | "onBlur" | "ref" | "value";
type Told = { value: string; onText: (text: string) => void };
type Typed = HTMLTextAreaElement | HTMLInputElement;

export function ProseArea({ value, onText, fieldClassName, ...rest }: Omit<TextAreaProps, Taken> & Told) {
  const { ref, defaultValue, tell, tellSoon } = useTypedText<HTMLTextAreaElement>(value, onText);
  function write(next: string) {
    tell();
    onText(next);
  }
  return (
    <Phrased onText={write} onTyped={tellSoon} className={fieldClassName}>
      {(typing) => (
        <GrownArea
          {...rest}
          {...typing}
          field={ref}
          defaultValue={defaultValue}
          tell={tell}
          className={classNames("resize-none", rest.className)}
        />
      )}
    </Phrased>
  );
}

type GrownAreaProps = Omit<TextAreaProps, Taken> &
  Pick<Phrasing, "onChange" | "onKeyDown" | "onBlur"> & {
    field: RefObject<HTMLTextAreaElement | null>;
    tell: () => void;
  };

/**
 * Drawn again only when something beside its text changes: React writes the text it began with into the page each time
 * it draws a field, and the browser then looks through the page's styles.
 */
const GrownArea = memo(function GrownArea({ field, tell, onChange, onBlur, ...rest }: GrownAreaProps) {
  const release = useRef<(() => void) | null>(null);
  return (
    <TextArea
      {...rest}
      ref={field}
      onFocus={({ currentTarget }) => {
        release.current?.();
        release.current = holdHeight(currentTarget);
      }}
      onInput={(event) => {
        const { currentTarget } = event;
        requestAnimationFrame(() => fitText(currentTarget));
        onChange({ target: currentTarget });
      }}
      onBlur={() => {
        tell();
        release.current?.();
        release.current = null;
        onBlur();
      }}
    />
  );
});

/**
 * A field as high as its text would have each key lay out all that stands around it. While it is typed in it keeps its
 * height, and grows when a line doesn't fit, also on a phone that is turned. Returns what lets it go.
 */
function holdHeight(field: HTMLTextAreaElement): () => void {
  const height = field.offsetHeight;
  field.style.setProperty("field-sizing", "fixed");
  field.style.setProperty("contain", "strict");
  field.style.height = `${height}px`;
  const width = new ResizeObserver(() => requestAnimationFrame(() => fitText(field)));
  width.observe(field);
  return () => {
    width.disconnect();
    field.removeAttribute("style");
  };
}

/** Asked in a frame, before it is laid out anyway. */
function fitText(field: Typed): void {
  const hidden = field.scrollHeight - field.clientHeight;
  if (hidden > 0 && field instanceof HTMLTextAreaElement && field === document.activeElement) {
    field.style.height = `${field.offsetHeight + hidden}px`;
  }
}

/** One line: a phrase of several becomes one. */
export function ProseLine({ value, onText, fieldClassName, ...rest }: Omit<TextInputProps, Taken> & Told) {
  return (
    <Phrased onText={onText} onTyped={onText} isLine className={fieldClassName}>
      {(typing) => <TextInput autoComplete="off" value={value} {...rest} {...typing} />}
    </Phrased>
  );
}

type PhrasedProps = {
  /** A text that a phrase was written into. */
  onText: (text: string) => void;
  /** A text that one more key was typed into. */
  onTyped: (text: string) => void;
  isLine?: boolean;
  className: string | undefined;
  children: (typing: Phrasing) => ReactNode;
};

/** What a field takes from its phrases. The handlers stay the same ones. */
type Phrasing = {
  onChange: (event: { target: Typed }) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
  "aria-autocomplete": "list" | undefined;
  "aria-controls": string | undefined;
  "aria-activedescendant": string | undefined;
};

const oneLine = ({ trigger, text }: Phrase): Phrase => ({ trigger, text: text.replace(/\s*[\r\n]\s*/g, " ") });

function Phrased({ onText, onTyped, isLine = false, className, children }: PhrasedProps) {
  const draft = useDraft();
  const field = useRef<Typed>(null);
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const phrases = isLine ? draft.data.phrases.map(oneLine) : draft.data.phrases;
  const found = typed === null ? [] : phrases.filter(({ trigger }) => trigger.startsWith(typed));

  function write({ text: next, cursor }: Edited) {
    flushSync(() => {
      setTyped(null);
      onText(next);
    });
    field.current?.setSelectionRange(cursor, cursor);
    if (field.current) fitText(field.current);
  }
  function onChange({ target }: { target: Typed }) {
    if (phrases.length === 0) return onTyped(target.value);
    field.current = target;
    const cursor = target.selectionEnd ?? target.value.length;
    const expanded = expandPhrase(target.value, cursor, phrases, () => phraseFacts(draft));
    if (expanded) return write(expanded);
    setTyped(typedTrigger(target.value, cursor));
    setAt(0);
    onTyped(target.value);
  }
  function insert(phrase: Phrase) {
    const { value, selectionEnd } = field.current ?? { value: "", selectionEnd: 0 };
    write(insertPhrase(value, selectionEnd ?? value.length, phrase, phraseFacts(draft)));
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
  const latest = useRef({ onChange, onKeyDown });
  useLayoutEffect(() => {
    latest.current = { onChange, onKeyDown };
  });
  const [handlers] = useState(() => ({
    onChange: (event: { target: Typed }) => latest.current.onChange(event),
    onKeyDown: (event: KeyboardEvent) => latest.current.onKeyDown(event),
    onBlur: () => setTyped(null),
  }));
  const isOpen = found.length > 0;
  return (
    <div className={classNames("relative", className)}>
      {children({
        ...handlers,
        "aria-autocomplete": phrases.length > 0 ? "list" : undefined,
        "aria-controls": isOpen ? listId : undefined,
        "aria-activedescendant": isOpen ? `${listId}-${at}` : undefined,
      })}
      <p role="status" className="sr-only">
        {isOpen ? fill(text.phrases.found, { count: found.length }) : ""}
      </p>
      {isOpen ? (
        <div
          id={listId}
          role="listbox"
          aria-label={text.phrases.list}
          className="absolute inset-x-0 top-full z-9 min-w-60 mt-1 max-h-60 overflow-y-auto rounded-card border border-line-2 bg-surface p-1 shadow-dialog"
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
