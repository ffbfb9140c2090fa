/** The pain traffic light in words (CLINICAL 6); it has no colours, so that none is a verdict. */
import { classNames } from "@/components/ui/class-names";
import { type PainLimits, type TrafficLight, trafficLight } from "@/domain/home-session/check-in";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/rooms";

const STAGES: readonly TrafficLight[] = ["go_on", "finish", "stop"];

export function TrafficLightWords(props: {
  limits: PainLimits;
  text: Messages["portal"]["light"];
  /** The pain of a session just done. */
  pain?: number | null;
}) {
  const { limits, text, pain = null } = props;
  const values = { ...limits, from: limits.progress + 1 };
  return (
    <ul className="grid grid-cols-3 gap-2 max-[21rem]:grid-cols-1">
      {STAGES.map((stage) => {
        const isYours = pain !== null && trafficLight(pain, limits) === stage;
        return (
          <li
            key={stage}
            className={classNames(
              "min-w-0 rounded-card border bg-surface p-2.5 text-secondary",
              isYours ? "border-brand ring-1 ring-brand" : "border-line",
            )}
          >
            <strong className="block text-body">{fill(text[stage].range, values)}</strong>
            {text[stage].text}
            {isYours ? <strong className="block text-brand-ink">{fill(text.yourNumber, { pain })}</strong> : null}
          </li>
        );
      })}
    </ul>
  );
}
