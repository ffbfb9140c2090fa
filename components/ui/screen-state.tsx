/** What a list or chart shows when it has nothing, can't load, or is still loading. */
import { CloudOff, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type ScreenStateProps = {
  icon: LucideIcon;
  title: ReactNode;
  text?: ReactNode;
  /** Buttons: the way out. */
  children?: ReactNode;
  level?: 2 | 3;
  className?: string;
};

export function EmptyState({ icon: Icon, title, text, children, level = 2, className }: ScreenStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className={classNames("flex flex-col items-center gap-2 px-6 py-12 text-center", className)}>
      <Icon aria-hidden size={28} strokeWidth={1.8} className="text-muted" />
      <Heading className="text-section">{title}</Heading>
      {text === undefined ? null : <p className="max-w-prose text-muted">{text}</p>}
      {children === undefined ? null : <div className="mt-3 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}

/** Part of a page couldn't load; the rest stands. */
export function ErrorState(props: Omit<ScreenStateProps, "icon"> & { icon?: LucideIcon }) {
  return (
    <div role="alert">
      <EmptyState {...props} icon={props.icon ?? CloudOff} />
    </div>
  );
}

/** A quiet block in the shape of what comes; give it height and width by class. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames("animate-pulse rounded-chip bg-line", className)} />;
}

/** `label` is heard while the lines stand in. */
export function SkeletonLines({ label, lines = 3 }: { label: string; lines?: number }) {
  return (
    <div role="status" className="grid gap-3 py-2">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <Skeleton key={line} className={classNames("h-4", line % 3 === 2 ? "w-2/5" : "w-4/5")} />
      ))}
    </div>
  );
}
