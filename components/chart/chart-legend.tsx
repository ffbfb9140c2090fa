/** The one legend of a page of charts; it names only what is drawn. */
import type { ChartModel, Wash } from "@/components/chart/geometry";
import { markerPath, missedPath } from "@/components/chart/layout";
import words from "@/messages/en/chart.json";

const BOX = { width: 26, height: 12 };
const PLOT = { left: 0, top: 0, right: 26, bottom: 12 };

const left = (
  <>
    <path d="M1,6H25" stroke="var(--ink)" strokeWidth={1.9} />
    <path d={markerPath("L", 13, 6)} fill="var(--ink)" />
  </>
);
const right = (
  <>
    <path d="M1,6H25" stroke="var(--ink)" strokeWidth={1.9} strokeDasharray="5 2.6" />
    <path d={markerPath("R", 13, 6)} fill="var(--ink)" />
  </>
);
const band = (
  <>
    <rect width={26} height={12} fill="var(--muted)" opacity={0.15} />
    <path d="M0,6H26" stroke="var(--muted)" />
  </>
);
const limit = <path d="M1,6H25" stroke="var(--good)" strokeWidth={1.4} strokeDasharray="5 3" />;
const missed = <path d={missedPath(13, PLOT)} fill="none" stroke="var(--muted)" strokeWidth={1.3} />;
const apart = (
  <path d={markerPath("L", 13, 6, 4)} fill="none" stroke="var(--muted)" strokeWidth={1.4} strokeDasharray="2 1.6" />
);
const wash = (shade: Wash) => <rect width={26} height={12} fill={`var(--ph${shade})`} stroke="var(--line-2)" />;

export function ChartLegend({ models }: { models: readonly ChartModel[] }) {
  const lines = models.flatMap((model) => model.lines);
  const shades = ([1, 2, 3, 4] as const).filter((shade) =>
    models.some(({ shading }) => shading.some((area) => area.wash === shade)),
  );
  const entries = [
    { text: words.legend.left, shown: lines.some(({ side }) => side === "L"), mark: left },
    { text: words.legend.right, shown: lines.some(({ side }) => side === "R"), mark: right },
    { text: words.legend.band, shown: models.some(({ bands }) => bands.length > 0), mark: band },
    { text: words.legend.limit, shown: models.some(({ limits }) => limits.length > 0), mark: limit },
    { text: words.legend.missed, shown: models.some((model) => model.missed.length > 0), mark: missed },
    { text: words.legend.apart, shown: lines.some((line) => line.apart.length > 0), mark: apart },
    ...shades.map((shade) => ({ text: words.washes[shade], shown: true, mark: wash(shade) })),
  ].filter(({ shown }) => shown);
  return (
    <ul aria-label={words.legend.label} className="flex flex-wrap gap-x-4 gap-y-1 text-caption text-ink-2">
      {entries.map(({ text, mark }) => (
        <li key={text} className="flex items-center gap-1.5">
          <svg aria-hidden width={BOX.width} height={BOX.height} className="shrink-0">
            {mark}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
