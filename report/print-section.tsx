/** A section of the printed report: its heading is its bookmark and never stands alone at the foot of a page. */
import { Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { style } from "@/report/print-style";

/** Any node may carry a bookmark; the library's types know only a page's. */
export const bookmark = (title: string): object => ({ bookmark: title });

type Props = {
  title: string;
  /** What stays on the heading's page. */
  lead: ReactNode;
  first?: boolean;
  children?: ReactNode;
};

export function PrintSection({ title, lead, first = false, children }: Props) {
  return (
    <View {...bookmark(title)}>
      <View wrap={false}>
        <Text style={first ? [style.heading, { marginTop: 0 }] : style.heading}>{title}</Text>
        {lead}
      </View>
      {children}
    </View>
  );
}
