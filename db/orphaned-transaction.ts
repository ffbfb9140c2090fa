/** Ends a transaction of the embedded engine whose connection is gone: it would stall everybody for ever. */
import type { PGlite } from "@electric-sql/pglite";
import type { PGLiteSocketServer } from "@electric-sql/pglite-socket";

const EVERY_MS = 250;

/** The parts of pglite-socket 0.2.17 that its types keep private. */
type Queue = { lastHandlerId: number | null; processing: boolean; processQueue: () => Promise<void> };
type Handlers = Set<{ handlerId: number }>;

/**
 * pglite-socket rolls back when a connection closes, but not when it closes while its BEGIN is being executed: the
 * transaction then belongs to nobody and every other connection waits for it. Returns what stops the watch.
 */
export function rollBackOrphans(engine: PGlite, server: PGLiteSocketServer): () => void {
  const queue: Queue = Reflect.get(server, "queryQueue");
  const handlers: Handlers = Reflect.get(server, "handlers");
  const timer = setInterval(async () => {
    const owner = queue.lastHandlerId;
    if (!engine.isInTransaction() || owner === null || queue.processing) return;
    if ([...handlers].some(({ handlerId }) => handlerId === owner)) return;
    queue.lastHandlerId = null;
    await engine.exec("rollback");
    await queue.processQueue();
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
