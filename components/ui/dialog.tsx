/** A modal question on the browser's own dialog: focus stays inside, Escape closes, focus returns to where it came from. */
"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { classNames } from "./class-names";

export type DialogProps = {
  open: boolean;
  /** Escape, the corner button, or a form of method "dialog". A press on the backdrop does nothing: typed text would go. */
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
  /** Buttons, the safe one first. */
  footer?: ReactNode;
  wide?: boolean;
};

export function Dialog({ open, onClose, title, closeLabel, children, footer, wide = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) {
      element?.showModal();
      // React sets no autofocus attribute, which showModal would follow.
      element?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    }
    if (!open && element?.open) element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      // Escape is told at once: the close event comes a moment later, when a key may have asked for the dialog again.
      onCancel={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onClose={(event) => {
        // close events of nested details and dialogs bubble in React
        if (event.target === dialog.current && !dialog.current.open) onClose();
      }}
      className={classNames(
        "m-auto max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] overflow-y-auto rounded-dialog border border-line-2 bg-surface p-5 text-ink shadow-dialog",
        wide ? "max-w-3xl" : "max-w-lg",
      )}
    >
      {open ? (
        <>
          <div className="mb-2 flex items-start justify-between gap-4">
            <h2 id={titleId} className="text-section">
              {title}
            </h2>
            <button
              type="button"
              aria-label={closeLabel}
              onClick={onClose}
              className="-m-2 grid size-9 shrink-0 place-items-center rounded-card text-muted hover:bg-sunken max-sm:size-11"
            >
              <X aria-hidden size={18} />
            </button>
          </div>
          {children}
          {footer === undefined ? null : <div className="mt-5 flex flex-wrap justify-end gap-2">{footer}</div>}
        </>
      ) : null}
    </dialog>
  );
}
