/** A surface with a hairline: the unit of every screen. */
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type CardProps = {
  /** Names the card; without it the card is a plain box. */
  title?: ReactNode;
  /** h2 unless the card stands inside another section. */
  level?: 2 | 3;
  /** Beside the title: date, source, link. */
  aside?: ReactNode;
  /** Dashed: what a closed gate keeps from being used. */
  locked?: boolean;
  id?: string;
  className?: string;
  children?: ReactNode;
};

export function Card({ title, level = 2, aside, locked = false, id, className, children }: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  const Box = title === undefined ? "div" : "section";
  return (
    <Box
      id={id}
      className={classNames(
        "min-w-0 rounded-card border bg-surface p-4",
        locked ? "border-dashed border-line-2" : "border-line",
        className,
      )}
    >
      {title === undefined ? null : (
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <Heading className={level === 2 ? "text-card" : "text-secondary font-bold"}>{title}</Heading>
          {aside === undefined ? null : <div className="text-secondary text-muted">{aside}</div>}
        </div>
      )}
      {children}
    </Box>
  );
}
