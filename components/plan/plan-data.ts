/** What the plan editor is given and what it sends: plain data between the server's page and the browser. */
import type { ReactNode } from "react";
import type { PlanItem } from "@/domain/plan/item";
import type { Proposal } from "@/domain/plan/propose";
import type { ShelfItem } from "@/domain/plan/shelf";
import type { AssignTickId } from "@/domain/vocabulary/contraindications";
import type { Phase } from "@/domain/vocabulary/phases";
import type { Names, RefusedItem } from "./plan-words";

export type Override = { conditions: string[]; reason: string };
export type DraftItem = PlanItem & { override: Override | null };
export type ChangeItem = (part: Partial<DraftItem>) => void;

/** What depends on the ticks: worked out by the server again when they change. */
export type Offered = {
  items: PlanItem[];
  shelf: ShelfItem[];
  template: string | null;
  leftOut: Proposal["left_out"];
  replaced: { exercise: string; instead_of: string }[];
};

export type PlanEditorData = {
  patientId: string;
  /** The version in force; 0 = none. */
  base: number;
  assignedOn: string | null;
  phase: Phase;
  today: string;
  /** Nothing can be assigned: hold, or before entry. */
  isClosed: boolean;
  offered: Offered;
  overrides: Record<string, Override>;
  /** Items of the version in force, for what changes. */
  former: readonly PlanItem[];
  ticks: { ids: AssignTickId[]; on: string } | null;
  /** The clinician's own, found first when an exercise is added. */
  favourites: readonly string[];
  askedAgainAfter: number;
  /** How long a flare's smaller dose may be given. */
  flareDays: { min: number; max: number };
  itemsMax: number;
  reasonMin: number;
  names: { conditions: Names; exercises: Names; ticks: { id: AssignTickId; label: string }[] };
  /** Drawn by the server, by exercise. */
  figures: Record<string, ReactNode>;
};

export type AssignAnswer =
  | { ok: false; reason: "refused"; refusals: RefusedItem[] }
  | { ok: false; reason: Exclude<string, "refused"> };

export type PlanActions = {
  /** Resolves only when refused: an assigned plan is shown by the page that follows. */
  assign: (input: unknown) => Promise<AssignAnswer>;
  review: (ticks: AssignTickId[]) => Promise<Offered | null>;
};
