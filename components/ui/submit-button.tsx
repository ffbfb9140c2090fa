/** The button that sends its form, and says so while the server answers. */
"use client";

import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

/** `pendingLabel` replaces the label while sending ("Signing…"); a second press does nothing. */
export function SubmitButton({
  pendingLabel,
  variant = "pri",
  children,
  onClick,
  ...rest
}: ComponentProps<typeof Button> & { pendingLabel?: string }) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      // aria-disabled keeps the focus where it is; disabled would drop it
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      {pending ? <LoaderCircle aria-hidden size={16} className="animate-spin" /> : null}
      {pending ? (pendingLabel ?? children) : children}
    </Button>
  );
}
