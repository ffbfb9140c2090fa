/** Who listens to which field of a draft; "" hears of every change. */
export class PathListeners {
  readonly #listeners = new Map<string, Set<() => void>>();

  /** The answer ends it. */
  add(path: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(path) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(path, listeners);
    return () => listeners.delete(listener);
  }

  tell(path: string): void {
    for (const listener of this.#listeners.get(path) ?? []) listener();
  }
}
