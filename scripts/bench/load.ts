/** Sends requests over kept connections, a fixed number at a time, and says how long each took. */
import { type Agent, request } from "node:http";

export type Answer = { status: number; body: string };
export type Shot = { method: "GET" | "POST"; path: string; headers: Record<string, string>; body?: string };
/** `failed` pieces of work are counted, not timed. */
export type Load = { requests: number; failed: number; perSecond: number; p50: number; p99: number };

/** Of requests sent one at a time. */
const FAILURES_MAX = 0.1;

export type Limits = { requests: number; seconds: number };

/** One request; the whole body is read. */
export function send(origin: string, agent: Agent, { method, path, headers, body }: Shot): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(new URL(path, origin), { method, headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }));
      response.on("error", reject);
    });
    call.on("error", reject);
    call.end(body);
  });
}

/**
 * `work(worker)` does one thing; `concurrency` of them run at a time until either limit is reached.
 * Milliseconds. What fails under load, as where the database is too busy, is part of the result; alone, the first of
 * many failures is thrown.
 */
export async function measure(
  concurrency: number,
  limits: Limits,
  work: (worker: number) => Promise<void>,
): Promise<Load> {
  const taken: number[] = [];
  const failures: unknown[] = [];
  const started = performance.now();
  let begun = 0;
  const worker = async (number: number) => {
    while (begun < limits.requests && performance.now() - started < limits.seconds * 1_000) {
      begun += 1;
      const from = performance.now();
      try {
        await work(number);
        taken.push(performance.now() - from);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, number) => worker(number)));
  const seconds = (performance.now() - started) / 1_000;
  const isUseless = concurrency === 1 ? failures.length > begun * FAILURES_MAX : taken.length === 0;
  if (isUseless) throw failures[0];
  taken.sort((a, b) => a - b);
  const at = (part: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * part))] ?? Number.NaN;
  return {
    requests: taken.length,
    failed: failures.length,
    perSecond: taken.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
  };
}
