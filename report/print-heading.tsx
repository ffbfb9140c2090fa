/** A section's heading in print, which is also its bookmark. */
import { Text, View } from "@react-pdf/renderer";
import { style } from "@/report/print-style";

/** `ahead`: points of content that must fit below it on the same page. */
export function PrintHeading({ children, ahead = 40, first = false }: { children: string; ahead?: number; first?: boolean }) {
  return (
    <View bookmark={children} minPresenceAhead={ahead}>
      <Text style={first ? [style.heading, { marginTop: 0 }] : style.heading}>{children}</Text>
    </View>
  );
}
