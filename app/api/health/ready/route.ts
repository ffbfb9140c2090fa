/** Says whether this instance can serve: the database answers, and its schema is the one this build expects. */
import { migrationVersion } from "@/db/migration-version";

const HEADERS = { "Cache-Control": "no-store" };

export async function GET(): Promise<Response> {
  try {
    const { isCurrent, applied, expected } = await migrationVersion();
    if (isCurrent) return Response.json({ status: "ready", migration: applied }, { headers: HEADERS });
    return refuse({ status: "schema", migration: applied, expected });
  } catch (error) {
    // The answer goes to anyone who asks; why it failed goes to the log.
    process.stderr.write(`not ready: ${error instanceof Error ? error.message : String(error)}\n`);
    return refuse({ status: "database" });
  }
}

function refuse(body: { status: string; migration?: string | null; expected?: string }): Response {
  return Response.json(body, { status: 503, headers: { ...HEADERS, "Retry-After": "5" } });
}
