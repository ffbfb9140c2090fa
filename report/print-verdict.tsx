/** A verdict in print: icon and word, so that a black-and-white copy says the same. */
import { Circle, Path, Svg, Text, View } from "@react-pdf/renderer";
import { verdictWords } from "@/components/chart/chart-words";
import type { Verdict } from "@/components/chart/verdict";
import { INK, style } from "@/report/print-style";

type Shape = { circle?: number; dashed?: boolean; path?: string };

const RING = { circle: 10 };
const CHECK: Shape[] = [RING, { path: "M8.5,12l2.5,2.5l4.5,-5" }];
const TRIANGLE: Shape[] = [{ path: "M12,3L22,20H2Z" }, { path: "M12,9v5M12,17h0.1" }];
const INFO: Shape[] = [RING, { path: "M12,17v-5M12,8h0.1" }];

const LOOK: Record<Verdict, { shapes: Shape[]; colour: string }> = {
  improved_important: { shapes: CHECK, colour: INK.good },
  improved_detectable: { shapes: CHECK, colour: INK.good },
  no_detectable_change: { shapes: [{ path: "M5,9H19M5,15H19" }], colour: INK.same },
  worsened_important: { shapes: TRIANGLE, colour: INK.bad },
  worsened_detectable: { shapes: TRIANGLE, colour: INK.bad },
  changed_descriptive: { shapes: INFO, colour: INK.muted },
  described_only: { shapes: INFO, colour: INK.muted },
  measured_once: { shapes: [RING, { circle: 1.5 }], colour: INK.muted },
  not_measured: { shapes: [{ circle: 10, dashed: true }], colour: INK.muted },
  not_comparable: {
    shapes: [{ path: "M9,17H7a5,5 0 0 1 0,-10h2M15,7h2a5,5 0 0 1 0,10h-2M4,3l3,3M20,21l-3,-3" }],
    colour: INK.muted,
  },
};

export function PrintVerdict({ verdict }: { verdict: Verdict }) {
  const { shapes, colour } = LOOK[verdict];
  const drawn = { stroke: colour, strokeWidth: 2.2, fill: "none" };
  return (
    <View style={[style.row, { alignItems: "center", gap: 4 }]}>
      <Svg width={9} height={9} viewBox="0 0 24 24">
        {shapes.map(({ circle, dashed, path }) =>
          circle === undefined ? (
            <Path key={path} d={path ?? ""} {...drawn} />
          ) : (
            <Circle
              key={circle}
              cx={12}
              cy={12}
              r={circle}
              {...drawn}
              {...(dashed ? { strokeDasharray: "4 3" } : {})}
            />
          ),
        )}
      </Svg>
      <Text style={{ color: colour, fontWeight: 700 }}>{verdictWords(verdict)}</Text>
    </View>
  );
}
