/** Buttons and links that look like them: one primary action per view, the rest plain or quiet. */
import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export type ButtonVariant = "pri" | "plain" | "quiet" | "danger";
/** `md` 36 px, `sm` 30 px (both 44 px on phones), `lg` the patient's 52 px, full width. */
export type ButtonSize = "sm" | "md" | "lg";

/** The looks are in app/globals.css. */
export function buttonClass(variant: ButtonVariant = "plain", size: ButtonSize = "md", className?: string): string {
  return classNames("button", `button-${variant}`, `button-${size}`, className);
}

type Look = { variant?: ButtonVariant; size?: ButtonSize };

export function Button({ variant, size, className, type = "button", ...rest }: ComponentProps<"button"> & Look) {
  return <button type={type} className={buttonClass(variant, size, className)} {...rest} />;
}

/** Prefetches nothing unless told to: a chart fetched ahead would stand in the access log as read. */
export function ButtonLink({
  variant,
  size,
  className,
  prefetch = false,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return <Link prefetch={prefetch} className={buttonClass(variant, size, className)} {...rest} />;
}
