/** The phone's worker (public/my-worker.js) where a journey can't reach it: a clinic that is too busy to answer. */
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";

const SOURCE = readFileSync(new URL("../../public/my-worker.js", import.meta.url), "utf8");

/** Answers with each status in turn, and the last one on; pauses pass at once and are written down. */
function workerWith(statuses: number[]) {
  const asked: string[] = [];
  const pauses: number[] = [];
  const context = createContext({
    self: { addEventListener: () => {}, location: { origin: "http://localhost" } },
    fetch: async (address: string) => {
      asked.push(address);
      return { status: statuses[asked.length - 1] ?? statuses.at(-1) };
    },
    setTimeout: (done: () => void, ms: number) => {
      pauses.push(ms);
      done();
    },
    URL,
  });
  runInContext(SOURCE, context);
  const fetchPatiently = context.fetchPatiently as (address: string) => Promise<{ status: number }>;
  return { asked, pauses, fetchPatiently };
}

test("a page that the clinic was too busy for is asked for again, later each time", async () => {
  const { asked, pauses, fetchPatiently } = workerWith([503, 503, 200]);
  expect(await fetchPatiently("/my?on=2026-11-30")).toEqual({ status: 200 });
  expect(asked).toEqual(Array.from({ length: 3 }, () => "/my?on=2026-11-30"));
  expect(pauses).toEqual([1_000, 4_000]);
});

test("it gives up after the fourth busy answer, and asks once where the clinic answers at all", async () => {
  const busy = workerWith([503]);
  expect(await busy.fetchPatiently("/my")).toEqual({ status: 503 });
  expect(busy.asked).toHaveLength(4);
  for (const status of [200, 404, 500]) {
    const { asked, fetchPatiently } = workerWith([status]);
    expect(await fetchPatiently("/my")).toEqual({ status });
    expect(asked).toHaveLength(1);
  }
});
