/** What was typed into a form before its script had come: React leaves it standing but never hears of it. */

type Typed = HTMLInputElement | HTMLTextAreaElement;

const isTyped = (element: Element | null): element is Typed =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === "text");

/**
 * Tells the form of the field that somebody is typing in. Other fields that differ from what the server sent hold what
 * a browser brought back by itself, and stay as the draft has them.
 */
export function tellWhatWasTypedEarly(): void {
  const field = document.activeElement;
  if (!isTyped(field) || field.value === field.defaultValue) return;
  const typed = field.value;
  const { selectionStart, selectionEnd } = field;
  // React compares with the value that it last saw assigned: the first assignment is one that it sees, the second is not.
  field.value = field.defaultValue;
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, typed);
  field.setSelectionRange(selectionStart, selectionEnd);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
