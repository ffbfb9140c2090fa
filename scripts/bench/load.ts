/** Sends requests over kept connections, a fixed number at a time, and says how long each took. */
import { type Agent, request } from "node:http";

export type Answer = { status: number; body: string };
export type Shot = { method: "GET" | "POST"; path: string; headers: Record<string, string>; body?: string };
/** `failed` pieces of work are counted, not timed. */
export type Load = {
  requests: number;
  failed: number;
  perSecond: number;
  p50: number;
  p99: number;
  /** Milliseconds of each. */
  taken: readonly number[];
};

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
  return loadOf(taken, failures.length, seconds);
}

/** `taken`: milliseconds of each piece of work that came through, in all `seconds`. */
export function loadOf(taken: readonly number[], failed: number, seconds: number): Load {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { requests: sorted.length, failed, perSecond: sorted.length / seconds, p50: at(0.5), p99: at(0.99), taken };
}

/**
 * One request of each kind of work after another, round by round: a machine that slows down slows all of them, and what
 * is a ratio of two stays one. `begin` is called before each piece of work, its answer after it.
 */
export async function measureInTurn<K>(
  limits: Limits,
  works: ReadonlyMap<K, () => Promise<void>>,
  begin: (kind: K) => () => void,
): Promise<Map<K, Load>> {
  const taken = new Map([...works.keys()].map((kind): [K, number[]] => [kind, []]));
  const until = performance.now() + limits.seconds * 1_000 * works.size;
  // There and back: what comes before another leaves it the same machine that it finds in the next round.
  const there = [...works];
  const back = there.toReversed();
  for (let round = 0; round < limits.requests && performance.now() < until; round += 1) {
    for (const [kind, work] of round % 2 === 0 ? there : back) {
      const end = begin(kind);
      const from = performance.now();
      await work();
      taken.get(kind)?.push(performance.now() - from);
      end();
    }
  }
  const load = (all: number[]) => loadOf(all, 0, all.reduce((sum, ms) => sum + ms, 0) / 1_000);
  return new Map([...taken].map(([kind, all]) => [kind, load(all)]));
}
