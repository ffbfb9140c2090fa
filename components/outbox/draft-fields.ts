/**
 * The fields of a draft as one page knows them: what stands in each, which version of the server's it was typed over, and
 * what the server said of it. It sends and keeps nothing (draft-sync.ts does).
 */
import { PathListeners } from "./path-listeners";

export type ServerField = { path: string; value: unknown; version: number };
/** The same field written by two people: what stands in it here, and what the server holds. */
export type Conflict = { path: string; mine: unknown; value: unknown; version: number; by: string; at: string };

/** A field as it was typed, over a version of the server's. */
export type Change = { path: string; value: unknown; base: number };

/** `isTyped`: the server has not acknowledged what stands in it. */
type Field = { value: unknown; base: number; isTyped: boolean };

export const isSameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export class DraftFields {
  readonly #fields = new Map<string, Field>();
  readonly #listeners = new PathListeners();
  readonly #conflicts = new Map<string, Conflict>();
  readonly #rejected = new Map<string, string>();
  #revision = 0;
  #news = 0;

  constructor(opened: readonly ServerField[]) {
    for (const { path, value, version } of opened) this.#fields.set(path, { value, base: version, isTyped: false });
  }

  /** null: nothing recorded. */
  value(path: string): unknown {
    return this.#fields.get(path)?.value ?? null;
  }

  all(): ReadonlyMap<string, unknown> {
    return new Map([...this.#fields].map(([path, field]) => [path, field.value]));
  }

  /** Rises with every change of any field: what the live assessment depends on. */
  get revision(): number {
    return this.#revision;
  }

  /** Rises with every field that others wrote and this page took in: what was read before is no longer all there is. */
  get news(): number {
    return this.#news;
  }

  get conflicts(): readonly Conflict[] {
    return [...this.#conflicts.values()];
  }

  rejection(path: string): string | null {
    return this.#rejected.get(path) ?? null;
  }

  /** Fields that the server would not take as they are; each says why beside itself. */
  get rejections(): readonly string[] {
    return [...this.#rejected.keys()];
  }

  readonly isTyped = (path: string): boolean => this.#fields.get(path)?.isTyped === true;

  /** What can be sent as it stands: neither to be chosen first nor refused. */
  get unsent(): Change[] {
    return this.typed(
      [...this.#fields.keys()].filter((path) => !this.#conflicts.has(path) && !this.#rejected.has(path)),
    );
  }

  /** Of these, what the server has not acknowledged. */
  typed(paths: readonly string[]): Change[] {
    return paths.flatMap((path) => {
      const field = this.#fields.get(path);
      return field?.isTyped ? [{ path, value: field.value, base: field.base }] : [];
    });
  }

  /** `path` "" listens to every change. The answer ends it. */
  subscribe(path: string, listener: () => void): () => void {
    return this.#listeners.add(path, listener);
  }

  /** null clears a field: missing again. */
  type(path: string, value: unknown): void {
    const conflict = this.#conflicts.get(path);
    // Typed on while two texts stand: what stands in the field is the one to choose.
    if (conflict) this.#conflicts.set(path, { ...conflict, mine: value });
    this.#rejected.delete(path);
    this.#put(path, value, this.#fields.get(path)?.base ?? 0, true);
  }

  /**
   * What the device held comes back as typed, unless something was typed here since.
   * @returns false where it is what the server has
   */
  bringBack({ path, value, base }: Change): boolean {
    const current = this.#fields.get(path);
    if (current?.isTyped) return true;
    if (current && isSameValue(current.value, value)) return false;
    this.#put(path, value, base, true);
    return true;
  }

  /**
   * The server has `value` as `version`.
   * @param isOwn written by this page, not by another tab of this browser
   * @returns true where other words stand in the field, typed since, now over that version
   */
  takeSaved({ path, value, version }: ServerField, isOwn: boolean): boolean {
    const field = this.#fields.get(path);
    if (!field?.isTyped || isSameValue(field.value, value)) {
      // Also what another tab of this browser wrote: an untouched field follows it.
      const isNews = field === undefined || !isSameValue(field.value, value);
      this.#fields.set(path, { value, base: version, isTyped: false });
      if (isNews) this.#revision += 1;
      this.#tell(path);
      return false;
    }
    // Else it was typed here over an older text than the other tab's: the server will show both.
    if (isOwn) this.#fields.set(path, { ...field, base: version });
    return isOwn;
  }

  /** What others wrote comes into a field that nobody touched here. */
  follow({ path, value, version }: ServerField): void {
    const field = this.#fields.get(path);
    if (field?.isTyped) return;
    const isNews = !isSameValue(field?.value ?? null, value);
    if (isNews) {
      this.#news += 1;
      this.#put(path, value, version, false);
    } else this.#fields.set(path, { value, base: version, isTyped: false });
  }

  /** Both texts stand until one is chosen. */
  ask(conflict: Conflict): void {
    const { path } = conflict;
    this.#conflicts.set(path, { ...conflict, mine: this.#fields.get(path)?.value ?? conflict.mine });
    this.#tell(path);
  }

  /** Theirs stands in the field, and is what is typed over from now on. @returns the two texts; none: nothing was asked */
  takeTheirs(path: string): Conflict | undefined {
    const conflict = this.#conflicts.get(path);
    if (!conflict) return undefined;
    this.#conflicts.delete(path);
    this.#put(path, conflict.value, conflict.version, false);
    return conflict;
  }

  reject(path: string, code: string): void {
    this.#rejected.set(path, code);
    this.#tell(path);
  }

  /** The draft was discarded: nothing of it is to be sent. */
  giveUp(): void {
    for (const [path, field] of this.#fields) this.#fields.set(path, { ...field, isTyped: false });
  }

  #put(path: string, value: unknown, base: number, isTyped: boolean): void {
    this.#fields.set(path, { value, base, isTyped });
    this.#revision += 1;
    this.#tell(path);
  }

  #tell(path: string): void {
    this.#listeners.tell(path);
    this.#listeners.tell("");
  }
}
