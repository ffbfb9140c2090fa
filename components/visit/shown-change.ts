/** How a change is shown: tilt, lordosis and extension range are described, never judged (CLINICAL 7, Change classes). */
import type { Change, ChangeClass } from "@/domain/assessment";
import { measureById } from "@/domain/vocabulary/measures";

export const shownChange = (change: Change): ChangeClass =>
  measureById(change.measure).better === "none" ? "changed_descriptive" : change.class;
