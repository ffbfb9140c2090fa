/** In place of the exercises on a phone that hasn't reached the clinic for three days (CLINICAL 3.3.2). */
import type { Messages } from "@/messages/rooms";

export function CheckFirst({ text }: { text: Pick<Messages["portal"]["today"], "checkFirst" | "checkFirstText"> }) {
  return (
    <div role="status" className="rounded-touch border border-line-2 bg-sunken px-4 py-3">
      <strong>{text.checkFirst}</strong> <span className="text-body">{text.checkFirstText}</span>
    </div>
  );
}
