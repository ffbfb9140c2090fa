/** What became of a form, said once beside it: a refusal interrupts, a confirmation waits its turn. */
import { CircleAlert, CircleCheck } from "lucide-react";
import { classNames } from "./class-names";

type Outcome =
  | { status: "idle" }
  | { status: "invalid"; message?: string | undefined }
  | { status: "refused"; message: string }
  | { status: "done"; message?: string | undefined };

export function FormMessage({ state, className }: { state: Outcome; className?: string }) {
  if (state.status === "idle" || !state.message) return null;
  const done = state.status === "done";
  const Icon = done ? CircleCheck : CircleAlert;
  return (
    <p
      role={done ? "status" : "alert"}
      className={classNames(
        "flex items-start gap-2 rounded-card border p-3 text-secondary font-semi",
        done ? "border-brand-mid bg-brand-wash text-brand-ink" : "border-bad bg-bad-wash text-bad",
        className,
      )}
    >
      <Icon aria-hidden size={16} strokeWidth={2.2} className="mt-px shrink-0" />
      <span>{state.message}</span>
    </p>
  );
}
