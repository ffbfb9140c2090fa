/** Which visits the patient missed: not those cancelled, nor what was discarded (CLINICAL 11.4). */
import "server-only";
import { sql } from "drizzle-orm";
import { visit } from "./schema/visit";

/** Of a query that reads `visit`; never signed, it may have been voided. */
export const isMissed = () => sql`(${visit.kind} = 'did_not_attend' and ${visit.state} <> 'discarded'
  and coalesce((select f.value->>'kind' from visit_draft_field f where f.clinic_id = ${visit.clinicId}
    and f.visit_id = ${visit.id} and f.path = 'no_show'), 'did_not_attend') = 'did_not_attend')`;
