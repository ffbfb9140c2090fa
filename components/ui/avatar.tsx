/** A person's initials beside their name; the name itself is always written out too. */
import { classNames } from "./class-names";

/** First letters of the first and the last name, whole characters whatever the script. */
export function initials(name: string): string {
  const names = name.trim().split(/\s+/u).filter(Boolean);
  const ends = names.length > 1 ? [names[0], names.at(-1)] : names;
  return ends.map((part) => (Array.from(part ?? "")[0] ?? "").toLocaleUpperCase()).join("");
}

export function Avatar({ name, size = "md" }: { name: string; size?: "md" | "lg" }) {
  return (
    <span
      aria-hidden
      className={classNames(
        "grid shrink-0 place-items-center rounded-full bg-brand-wash font-bold text-brand-ink",
        size === "md" ? "size-7.5 text-caption" : "size-11 text-card",
      )}
    >
      {initials(name)}
    </span>
  );
}
