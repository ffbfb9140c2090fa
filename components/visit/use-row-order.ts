/** The flowsheet's rows: the profile's first, or in the clinician's own order, which is kept as it changes. */
"use client";

import { useState } from "react";
import { flushSync } from "react-dom";
import { lastAttended } from "@/domain/attended";
import { inOwnOrder, measuresFirst, movedRow, type Profile } from "@/domain/visit/profiles";
import { measureById } from "@/domain/vocabulary/measures";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { FLOWSHEET, type MeasureRow, rowKey } from "./measure-rows";
import { useDraft } from "./use-draft";

export function useRowOrder(profile: Profile) {
  const { data, acts } = useDraft();
  const [orders, setOrders] = useState(data.measureOrders);
  const [said, setSaid] = useState("");
  const first = measuresFirst(profile, lastAttended(data.earlier)?.record ?? null);
  const rows = inOwnOrder(
    inOwnOrder(FLOWSHEET, ({ id }) => id, first),
    rowKey,
    orders[profile],
  );
  function move(row: MeasureRow, by: -1 | 1) {
    const order = movedRow(rows.map(rowKey), rowKey(row), by);
    if (order === null) return;
    const focused = document.activeElement;
    flushSync(() => setOrders({ ...orders, [profile]: order }));
    // A row that is moved on the page lets go of the focus.
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    setSaid(
      fill(text.profiles.moved, {
        measure: measureById(row.id).label,
        place: order.indexOf(rowKey(row)) + 1,
        count: order.length,
      }),
    );
    // Offline the order holds for this visit; it is no part of the record.
    void acts.keepOrder(profile, order).catch(() => undefined);
  }
  return { rows, move, said };
}
