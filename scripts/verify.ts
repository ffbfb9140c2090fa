/** Verifies every clinic of the database and says what it found; exit code 1 when a row is broken. */
import { closeDatabase } from "@/db/client";
import { clinicsToVerify, type VerifiedClinic, verifyClinic } from "@/db/verify";
import type { ChainHead } from "@/db/verify-chain";
import { reasonOf } from "./reason-of";

/** Heads that were written down earlier, by clinic. */
function keptHeads(words: string[]): Map<string, ChainHead> {
  const heads = new Map<string, ChainHead>();
  for (let at = 0; at < words.length; at += 2) {
    const [, clinicId, seq, hash] = /^([\da-f-]{36}):(\d+):([\da-f]{64})$/.exec(words[at + 1] ?? "") ?? [];
    if (words[at] !== "--head" || !clinicId || !hash) {
      throw new Error("Usage: npm run verify -- [--head CLINIC:SEQ:HASH] …");
    }
    heads.set(clinicId, { seq: Number(seq), hash });
  }
  return heads;
}

function report({ name, clinicId, counts, head, faults, missingKeys }: VerifiedClinic): void {
  const { visits, visit_rows, visit_events, rechecks, reports, audit_events } = counts;
  console.log(
    `${name} (${clinicId}): ${visits} signed visits with ${visit_rows} rows, ${visit_events} events added to them, ${rechecks} rechecks, ${reports} reports, ${audit_events} audit events.`,
  );
  if (head) console.log(`  chain head ${clinicId}:${head.seq}:${head.hash}`);
  for (const [key, count] of missingKeys) {
    console.log(`  key missing: ${count} signatures name the key "${key}", which is not among SIGNING_KEYS.`);
  }
  const [first] = faults;
  if (first) {
    console.log(`  broken: ${first.table} ${first.id} of clinic ${clinicId}: ${first.what}. ${faults.length} in all.`);
  }
}

async function verify(words: string[]): Promise<number> {
  const heads = keptHeads(words);
  const clinics = await clinicsToVerify();
  let [broken, unchecked] = [0, 0];
  for (const clinic of clinics) {
    const verified = await verifyClinic(clinic, heads.get(clinic.id) ?? null);
    heads.delete(clinic.id);
    report(verified);
    broken += verified.faults.length;
    for (const count of verified.missingKeys.values()) unchecked += count;
  }
  for (const clinicId of heads.keys()) {
    console.log(`broken: clinic ${clinicId}, whose chain head was kept, is gone.`);
    broken += 1;
  }
  const keys = unchecked > 0 ? ` ${unchecked} signatures could not be checked: their key is missing.` : "";
  console.log(broken > 0 ? `${broken} broken.${keys}` : `Nothing was altered in ${clinics.length} clinics.${keys}`);
  return broken > 0 ? 1 : 0;
}

try {
  process.exitCode = await verify(process.argv.slice(2));
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
