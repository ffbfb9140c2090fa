/** Left and right with their marks (circle, triangle), the same as in the charts. */
import { classNames } from "@/components/ui/class-names";
import text from "@/messages/en/visit.json";

export function SideHead({ side, className }: { side: "L" | "R"; className?: string }) {
  return (
    <span className={classNames("inline-flex items-center gap-1 text-caption font-strong text-muted", className)}>
      {text.sides[side]}
      <svg aria-hidden="true" viewBox="0 0 10 10" width={9} height={9} className="fill-muted">
        {side === "L" ? <circle cx={5} cy={5} r={4.4} /> : <path d="M5 .6 9.6 9.2H.4Z" />}
      </svg>
    </span>
  );
}
