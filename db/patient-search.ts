/** Search of the clinic's patients by the beginning of a name, a record number or the end of a phone number. */
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { nameKey } from "@/domain/patient-name";
import { phoneSearchKey } from "@/domain/phone-key";
import { caseloadRow } from "./schema/caseload";
import type { Actor } from "./scope";

export type Search = { name: string | null; number: number | null; phoneEnd: string | null };
const PHONE_DIGITS_MIN = 4;

/** null = nothing to search for. */
export function readSearch(text: string | undefined): Search | null {
  const typed = text?.trim() ?? "";
  const name = nameKey(typed);
  if (name === "") return null;
  const digits = typed.replace(/\D/g, "");
  const isNumeric = /^(cp-?)?[\d\s()+\-./]+$/i.test(typed) && digits !== "";
  return {
    name: isNumeric ? null : name,
    number: isNumeric && digits.length < 9 ? Number(digits) : null,
    phoneEnd: isNumeric && digits.length >= PHONE_DIGITS_MIN ? phoneSearchKey(typed) : null,
  };
}

/** Each branch is one range of an index; under row-level security LIKE would read the whole clinic. */
export function matching(actor: Actor, { name, number, phoneEnd }: Search): SQL | undefined {
  const branches: SQL[] = [];
  const branch = (condition: SQL) =>
    branches.push(sql`(select m.patient_id from ${caseloadRow} m where m.clinic_id = ${actor.clinicId} and ${condition}
      limit ${MATCHES_MAX})`);
  if (name !== null) {
    branch(beginsWith(sql`m.family_key`, name));
    branch(beginsWith(sql`m.given_key`, name));
  }
  if (number !== null) branch(sql`m.number = ${number}`);
  if (phoneEnd !== null) branch(beginsWith(sql`m.phone_key`, phoneEnd));
  return sql`${caseloadRow.patientId} in (${sql.join(branches, sql` union all `)})`;
}

/** More would be sorted for a page of 25. */
const MATCHES_MAX = 500;

const beginsWith = (column: SQL, prefix: string): SQL =>
  sql`(${column} ~>=~ ${prefix} and ${column} ~<~ ${`${prefix}\uffff`})`;
