/** Sends one outbox entry and says in one word what became of it. */
import type { OutboxEntry } from "./device-store";

export type SendResult =
  | { kind: "answered"; status: number; answer: Record<string, unknown> }
  /** No network, a timeout, a busy or failing server: the same entry is sent again later. */
  | { kind: "later"; why: "offline" | "busy" | "failing" }
  /** The login has ended: kept until this person signs in again. */
  | { kind: "signed_out" }
  /** Someone else is signed in here, or another clinic is in use: kept for its owner. */
  | { kind: "other_session" }
  /** The server will never take it as it is. */
  | { kind: "refused"; why: string };

const TIMEOUT_MS = 15_000;

export async function sendEntry(entry: OutboxEntry, fetcher: typeof fetch = fetch): Promise<SendResult> {
  const { id, kind, body, userId, membershipId } = entry;
  let response: Response;
  try {
    response = await fetcher("/api/outbox", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        v: 1,
        id,
        kind,
        expected: { userId, membershipId },
        sentAt: new Date().toISOString(),
        body,
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    return { kind: "later", why: "offline" };
  }
  const answer = await readAnswer(response);
  if (answer === null) return { kind: "later", why: "failing" };
  const error = typeof answer.error === "string" ? answer.error : "";
  if (response.status === 401) return { kind: "signed_out" };
  if (response.status === 409 && error === "other-session") return { kind: "other_session" };
  if (response.ok || (response.status === 409 && error === "")) {
    return { kind: "answered", status: response.status, answer };
  }
  if (response.status === 503 || response.status === 429) return { kind: "later", why: "busy" };
  if (response.status >= 500) return { kind: "later", why: "failing" };
  return { kind: "refused", why: error || String(response.status) };
}

/** null when what came back isn't the server's own answer (a proxy's page, a cut connection). */
async function readAnswer(response: Response): Promise<Record<string, unknown> | null> {
  try {
    const answer: unknown = await response.json();
    return typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>) : null;
  } catch {
    return response.ok || response.status === 409 ? null : {};
  }
}
