/** A verdict in print: icon and word, so that a black-and-white copy says the same. */
import { Circle, Path, Svg, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { verdictWords } from "@/components/chart/chart-words";
import type { Verdict } from "@/components/chart/verdict";
import { INK, style } from "@/report/print-style";

const circle = (dash?: string) => (
  <Circle cx={12} cy={12} r={10} {...(dash === undefined ? {} : { strokeDasharray: dash })} />
);
const check = (
  <>
    {circle()}
    <Path d="M9,12l2,2l4,-4" />
  </>
);
const triangle = (
  <>
    <Path d="M12,3L22,20H2Z" />
    <Path d="M12,9v5" />
    <Path d="M12,17h0.1" />
  </>
);
const equal = <Path d="M5,9H19M5,15H19" />;
const info = (
  <>
    {circle()}
    <Path d="M12,17v-5M12,8h0.1" />
  </>
);
const once = (
  <>
    {circle()}
    <Circle cx={12} cy={12} r={1.5} />
  </>
);
const unlink = <Path d="M9,17H7a5,5 0 0 1 0,-10h2M15,7h2a5,5 0 0 1 0,10h-2M10,12h0.1M14,12h0.1M4,3l3,3M20,21l-3,-3" />;

const LOOK: Record<Verdict, { mark: ReactNode; colour: string }> = {
  improved_important: { mark: check, colour: INK.good },
  improved_detectable: { mark: check, colour: INK.good },
  no_detectable_change: { mark: equal, colour: INK.same },
  worsened_important: { mark: triangle, colour: INK.bad },
  worsened_detectable: { mark: triangle, colour: INK.bad },
  changed_descriptive: { mark: info, colour: INK.muted },
  described_only: { mark: info, colour: INK.muted },
  measured_once: { mark: once, colour: INK.muted },
  not_measured: { mark: circle("3 3"), colour: INK.muted },
  not_comparable: { mark: unlink, colour: INK.muted },
};

export function PrintVerdict({ verdict }: { verdict: Verdict }) {
  const { mark, colour } = LOOK[verdict];
  return (
    <View style={[style.row, { alignItems: "center", gap: 4 }]}>
      <Svg width={9} height={9} viewBox="0 0 24 24" stroke={colour} strokeWidth={2.2} fill="none">
        {mark}
      </Svg>
      <Text style={{ color: colour, fontWeight: 700 }}>{verdictWords(verdict)}</Text>
    </View>
  );
}
