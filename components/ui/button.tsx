/** Buttons and links that look like them: one primary action per view, the rest plain or quiet. */
import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export type ButtonVariant = "pri" | "plain" | "quiet" | "danger";
/** `md` 36 px, `sm` 30 px (both 44 px on phones), `lg` the patient's 52 px, full width. */
export type ButtonSize = "sm" | "md" | "lg";

const VARIANT: Record<ButtonVariant, string> = {
  pri: "border-brand bg-brand text-on-brand hover:border-brand-ink hover:bg-brand-ink",
  plain: "border-line-2 bg-surface text-ink hover:border-field hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-brand-ink hover:bg-brand-wash",
  danger: "border-bad bg-surface text-bad hover:bg-bad-wash",
};

const SIZE: Record<ButtonSize, string> = {
  sm: "min-h-7.5 rounded-card px-2.5 text-secondary max-sm:min-h-11",
  md: "min-h-9 rounded-card px-3.5 text-control max-sm:min-h-11",
  lg: "min-h-13 w-full rounded-touch px-5 py-2 text-[1.0625rem] leading-6",
};

export function buttonClass(variant: ButtonVariant = "plain", size: ButtonSize = "md", className?: string): string {
  return classNames(
    "inline-flex items-center justify-center gap-2 border text-center font-strong no-underline [&_svg]:shrink-0",
    "active:brightness-95 disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-muted",
    "aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-muted",
    VARIANT[variant],
    SIZE[size],
    className,
  );
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
