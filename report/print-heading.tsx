/** A section's heading in print, which is also its bookmark. */
import { Text, View } from "@react-pdf/renderer";
import { style } from "@/report/print-style";

/** Any node may carry a bookmark; the library's types know only a page's. */
export const bookmark = (title: string): object => ({ bookmark: title });

type Props = {
  children: string;
  /** Points of content that must fit below it on the same page. */
  ahead?: number;
  first?: boolean;
};

export function PrintHeading({ children, ahead = 40, first = false }: Props) {
  return (
    <View {...bookmark(children)} minPresenceAhead={ahead}>
      <Text style={first ? [style.heading, { marginTop: 0 }] : style.heading}>{children}</Text>
    </View>
  );
}
