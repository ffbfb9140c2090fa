/** The typed rows of signed visits as canonical text, as they stand and as the signed text says they were written. */
import "server-only";
import { and, asc, eq, getTableName, inArray } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "./client";
import { consent } from "./schema/consent";
import {
  acknowledgement,
  clearance,
  finding,
  immediateRetest,
  measurement,
  neurologicalFinding,
  painArea,
  questionnaireResponse,
  screeningAnswer,
  treatmentGiven,
  visitFlag,
} from "./schema/finding";
import { canonicalJson } from "./signature";
import type { SignedVisitContent } from "./signed-content";
import { visitRows } from "./visit-rows";

export type StoredRow = { table: string; id: string; visitId: string; content: string };

type RowTable = PgTable & Record<"clinicId" | "id" | "visitId", PgColumn>;

/** Each table with the columns that repeat the signed text. */
const COMPARED: { table: RowTable; of: keyof ReturnType<typeof visitRows>; columns: Record<string, PgColumn> }[] = [
  {
    table: finding,
    of: "finding",
    columns: pick(finding, ["sign", "side", "grade", "onsetOn", "painful", "count", "lengthCm", "note"]),
  },
  {
    table: measurement,
    of: "measurement",
    columns: pick(measurement, [
      "measure",
      "side",
      "value",
      "unit",
      "trials",
      "method",
      "leverM",
      "pelvisStabilised",
      "rater",
      "device",
      "quality",
      "note",
    ]),
  },
  {
    table: screeningAnswer,
    of: "screeningAnswer",
    columns: pick(screeningAnswer, ["flag", "answer", "decision", "reason", "recheckOn"]),
  },
  { table: visitFlag, of: "visitFlag", columns: pick(visitFlag, ["flag", "note"]) },
  { table: acknowledgement, of: "acknowledgement", columns: pick(acknowledgement, ["item", "limitText"]) },
  {
    table: neurologicalFinding,
    of: "neurologicalFinding",
    columns: pick(neurologicalFinding, ["key", "side", "state", "change", "age", "note"]),
  },
  { table: painArea, of: "painArea", columns: pick(painArea, ["region", "side", "qualities", "intensity", "note"]) },
  { table: treatmentGiven, of: "treatmentGiven", columns: pick(treatmentGiven, ["treatment", "detail"]) },
  {
    table: immediateRetest,
    of: "immediateRetest",
    columns: pick(immediateRetest, ["measure", "side", "before", "after", "sameRater"]),
  },
  {
    table: clearance,
    of: "clearance",
    columns: pick(clearance, ["kind", "flag", "clearedBy", "clearedOn", "what", "reason", "secondClinician"]),
  },
  {
    table: consent,
    of: "consents",
    columns: pick(consent, ["item", "state", "detail", "consentedOn", "explainedById"]),
  },
  {
    table: questionnaireResponse,
    of: "questionnaires",
    columns: pick(questionnaireResponse, [
      ...(["instrument", "instrumentVersion", "language", "answers", "score", "completed"] as const),
      ...(["filledBy", "filledById", "acceptedById"] as const),
    ]),
  },
];

/** The typed rows of these visits, table by table. */
export async function storedRows(tx: Tx, clinicId: string, visitIds: string[]): Promise<StoredRow[]> {
  const perTable = COMPARED.map(async ({ table, columns }) => {
    const rows = await tx
      .select({ ...columns, id: table.id, visitId: table.visitId })
      .from(table as PgTable)
      .where(and(eq(table.clinicId, clinicId), inArray(table.visitId, visitIds)))
      .orderBy(asc(table.id));
    return rows.map(
      ({ id, visitId, ...content }): StoredRow => ({
        table: getTableName(table),
        id: String(id),
        visitId: String(visitId),
        content: textOf(content, columns),
      }),
    );
  });
  return (await Promise.all(perTable)).flat();
}

/** By table, what its rows of this visit held when they were signed. */
export function expectedRows({ entries, visit, signed_by }: SignedVisitContent): Map<string, string[]> {
  const signed = visitRows(entries);
  const by = signed_by.membership;
  const alike: Partial<Record<keyof typeof signed, Record<string, unknown>>> = {
    consents: { consentedOn: visit.on, explainedById: by },
    questionnaires: { filledById: by, acceptedById: by },
  };
  const rows = new Map<string, string[]>();
  for (const { table, of, columns } of COMPARED) {
    const written: readonly Record<string, unknown>[] = signed[of];
    rows.set(
      getTableName(table),
      written.map((row) => textOf({ ...row, ...alike[of] }, columns)),
    );
  }
  return rows;
}

/** Missing and null are the same here: a column holds null where the text holds nothing. */
function textOf(row: Record<string, unknown>, columns: Record<string, PgColumn>): string {
  return canonicalJson(Object.fromEntries(Object.keys(columns).map((name) => [name, row[name] ?? null])));
}

function pick<T extends PgTable, Name extends keyof T & string>(table: T, names: Name[]): Record<string, PgColumn> {
  return Object.fromEntries(names.map((name) => [name, table[name] as PgColumn]));
}
