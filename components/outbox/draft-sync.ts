/**
 * A visit's draft between keyboard, device and server. Every change is on the device at the next pause between two keys
 * and on the server within a second; what was sent is sent again unchanged until it is answered; the same field written
 * by two people is shown, never overwritten.
 */
import { newId } from "@/domain/new-id";
import type { OutboxEntry, Owner } from "./device-store";
import { type Change, DraftDevice } from "./draft-device";
import { inPause } from "./in-pause";
import { PathListeners } from "./path-listeners";
import { type SendResult, sendEntry } from "./send";

export type ServerField = { path: string; value: unknown; version: number };
export type Conflict = { path: string; mine: unknown; value: unknown; version: number; by: string; at: string };

export type SyncState =
  | { kind: "saved"; at: string | null }
  | { kind: "saving" }
  /** Kept here; will be sent. */
  | { kind: "on_device"; why: "offline" | "busy" | "failing" | "signed_out" | "other_session" }
  | { kind: "not_saved"; why: string };

type Local = { value: unknown; base: number; dirty: boolean };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const SAVING: SyncState = { kind: "saving" };
const QUIET_MS = 400;
const LONGEST_WAIT_MS = 900;
/** What the outbox route takes at once: fields, and characters with room for their envelope. */
const ENTRY_FIELDS = 200;
const ENTRY_SIZE = 900_000;
const RETRY_MS = [1_000, 2_000, 5_000, 15_000, 30_000] as const;

export class DraftSync {
  readonly #fields = new Map<string, Local>();
  readonly #listeners = new PathListeners();
  readonly #conflicts = new Map<string, Conflict>();
  readonly #rejected = new Map<string, string>();
  #state: SyncState = { kind: "saved", at: null };
  #version: number;
  #revision = 0;
  #news = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #unkept = new Set<string>();
  #cancelKeep: (() => void) | undefined;
  #firstUnsent: number | null = null;
  #failures = 0;
  #inFlight: Promise<void> | null = null;
  #closed = false;
  readonly #device: DraftDevice;
  /** Writes of this page, and those it found waiting: what was typed since continues them. Another tab's don't count. */
  readonly #mine = new Set<string>();

  constructor(
    private readonly owner: Owner,
    readonly visitId: string,
    opened: { version: number; fields: readonly ServerField[] },
    private readonly send: (entry: OutboxEntry) => Promise<SendResult> = sendEntry,
  ) {
    this.#version = opened.version;
    this.#device = new DraftDevice(owner, visitId);
    for (const { path, value, version } of opened.fields) {
      this.#fields.set(path, { value, base: version, dirty: false });
    }
  }

  /** Brings back what this device still holds of the visit, and goes on sending it. */
  async recover(): Promise<void> {
    this.#closed = false;
    const waiting = await this.#device.waiting();
    if (waiting) this.#mine.add(waiting.id);
    const kept = await this.#device.kept();
    // What an earlier version of the form left here is looked at before it is shown; offline it is shown as it is.
    const check = kept.length === 0 ? null : await import("@/domain/visit/check-field").catch(() => null);
    for (const { path, value, base } of kept) {
      // Typed and sent while the rules were on their way: what this page knows is newer.
      if (this.#device.hasPut(path)) continue;
      const current = this.#fields.get(path);
      const checked = check?.checkDraftField(path, value);
      if (check && checked?.ok === false) {
        this.#rejected.set(path, checked.code);
        this.#tell(path);
        if (!check.isShowable(checked.code)) continue;
      }
      if (current && !current.dirty && same(current.value, value)) {
        await this.#device.forget([{ path, value }]);
      } else if (!current?.dirty) {
        this.#fields.set(path, { value, base, dirty: true });
        this.#revision += 1;
        this.#tell(path);
      }
    }
    if (this.#dirty().length > 0 || waiting) this.#schedule(0);
    else if (this.#rejected.size > 0) this.#settled();
  }

  /** Of the draft as this page shows it: signing another one is refused. */
  get version(): number {
    return this.#version;
  }

  /** Rises with every field that others wrote and this page took in: what was read before is no longer all there is. */
  get news(): number {
    return this.#news;
  }

  get state(): SyncState {
    return this.#state;
  }

  get conflicts(): readonly Conflict[] {
    return [...this.#conflicts.values()];
  }

  /** Rises with every change of any field: what the live assessment depends on. */
  get revision(): number {
    return this.#revision;
  }

  value(path: string): unknown {
    return this.#fields.get(path)?.value ?? null;
  }

  rejection(path: string): string | null {
    return this.#rejected.get(path) ?? null;
  }

  /** Fields that the server would not take as they are; each says why beside itself. */
  get rejections(): readonly string[] {
    return [...this.#rejected.keys()];
  }

  fields(): ReadonlyMap<string, unknown> {
    return new Map([...this.#fields].map(([path, field]) => [path, field.value]));
  }

  /** `path` "" listens to every change and to the state. */
  subscribe(path: string, listener: () => void): () => void {
    return this.#listeners.add(path, listener);
  }

  /** null clears a field: missing again. */
  set(path: string, value: unknown): void {
    const current = this.#fields.get(path);
    const conflict = this.#conflicts.get(path);
    // Typed on while two texts stand: what stands in the field is the one to choose.
    if (conflict) this.#conflicts.set(path, { ...conflict, mine: value });
    this.#rejected.delete(path);
    this.#fields.set(path, { value, base: current?.base ?? 0, dirty: true });
    this.#revision += 1;
    this.#state = SAVING;
    this.#tell(path);
    this.#keepSoon(path);
    this.#firstUnsent ??= Date.now();
    const waited = Date.now() - this.#firstUnsent;
    this.#schedule(Math.max(0, Math.min(QUIET_MS, LONGEST_WAIT_MS - waited)));
  }

  /** One of two texts was chosen: mine is typed over the version that was shown, theirs replaces mine here. */
  settle(path: string, keep: "mine" | "theirs"): void {
    const conflict = this.#conflicts.get(path);
    if (!conflict) return;
    this.#conflicts.delete(path);
    this.#fields.set(path, { value: conflict.value, base: conflict.version, dirty: false });
    if (keep === "mine") this.set(path, conflict.mine);
    else void this.#device.forget([{ path, value: conflict.mine }], this.#isTypedSince);
    this.#revision += 1;
    this.#tell(path);
    this.#settled();
  }

  /** Sends what is waiting now; resolves once the server has everything, or it can't be reached. */
  async flush(): Promise<boolean> {
    void this.#keep();
    // What is under way was sent before: of a login made again since, or a network that is back, its answer knows nothing.
    await this.#inFlight;
    clearTimeout(this.#timer);
    for (let round = 0; round < 5; round++) {
      await this.#run();
      if (this.#dirty().length === 0 && this.#conflicts.size === 0) return this.#state.kind === "saved";
      if (this.#state.kind !== "saving") return false;
    }
    return false;
  }

  /** The draft was discarded: this page sends nothing more of it, and the device lets go of it. */
  async discard(): Promise<void> {
    this.close();
    this.#cancelKeep?.();
    this.#unkept.clear();
    for (const [path, field] of this.#fields) this.#fields.set(path, { ...field, dirty: false });
    await this.#device.forgetAll();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  readonly #isTypedSince = (path: string): boolean => this.#fields.get(path)?.dirty === true;

  #dirty(): Change[] {
    return [...this.#fields]
      .filter(([path, field]) => field.dirty && !this.#conflicts.has(path) && !this.#rejected.has(path))
      .map(([path, { value, base }]) => ({ path, value, base }));
  }

  #schedule(ms: number): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), ms);
  }

  #run(): Promise<void> {
    this.#inFlight ??= this.#sendOnce().finally(() => {
      this.#inFlight = null;
      if (this.#state.kind === "saving" && this.#dirty().length > 0) this.#schedule(QUIET_MS);
    });
    return this.#inFlight;
  }

  async #sendOnce(): Promise<void> {
    // What goes out is on the device before it: should the page end here, an older word there would contradict it.
    await this.#keep();
    // An entry that was sent and never answered goes first, unchanged.
    const entry = (await this.#device.waiting()) ?? (await this.#pack());
    if (!entry) {
      this.#settled();
      return;
    }
    const result = await this.send(entry);
    if (result.kind === "answered") await this.#take(entry, result.answer);
    else if (result.kind === "refused") {
      await this.#device.drop(entry.id);
      this.#setState({ kind: "not_saved", why: result.why });
    } else {
      const why = result.kind === "later" ? result.why : result.kind;
      this.#setState({ kind: "on_device", why });
      this.#schedule(RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] ?? RETRY_MS[0]);
    }
  }

  /** As much of what waits as one request may carry; the rest follows in the next one. */
  #load(): Change[] {
    const load: Change[] = [];
    let size = 0;
    for (const change of this.#dirty()) {
      const own = JSON.stringify(change).length;
      if (own > ENTRY_SIZE) {
        this.#rejected.set(change.path, "too_long");
        this.#tell(change.path);
        continue;
      }
      if (load.length === ENTRY_FIELDS || size + own > ENTRY_SIZE) break;
      load.push(change);
      size += own;
    }
    return load;
  }

  async #pack(): Promise<OutboxEntry | undefined> {
    const changes = this.#load();
    this.#firstUnsent = null;
    if (changes.length === 0) return undefined;
    const entry: OutboxEntry = {
      ...this.owner,
      id: newId(),
      kind: "visit.draft",
      lane: this.#device.lane,
      body: { visitId: this.visitId, changes, seen: this.#version },
      createdAt: new Date().toISOString(),
      refused: null,
    };
    this.#mine.add(entry.id);
    await this.#device.putEntry(entry);
    return entry;
  }

  async #take(entry: OutboxEntry, answer: Record<string, unknown>): Promise<void> {
    const body = entry.body as { changes: Change[]; seen?: number };
    const sent = new Map(body.changes.map((change) => [change.path, change.value]));
    const saved = (answer.saved ?? []) as { path: string; version: number }[];
    for (const { path, version } of saved) this.#takeSaved(path, sent.get(path) ?? null, version, entry.id);
    for (const conflict of (answer.conflicts ?? []) as Conflict[]) {
      const mine = this.#fields.get(conflict.path)?.value ?? conflict.mine;
      this.#conflicts.set(conflict.path, { ...conflict, mine });
      this.#tell(conflict.path);
    }
    for (const { path, code } of (answer.rejected ?? []) as { path: string; code: string }[]) {
      this.#rejected.set(path, code);
      this.#tell(path);
    }
    this.#takeVersion(answer, body.seen);
    const received = saved.map(({ path }) => ({ path, value: sent.get(path) ?? null }));
    await this.#device.forget(received, this.#isTypedSince);
    await this.#device.drop(entry.id);
    this.#failures = 0;
    this.#settled(typeof answer.receivedAt === "string" ? answer.receivedAt : null);
  }

  /**
   * The version that is read here: one's own write on top of it, or the whole draft where others wrote too. An answer
   * repeated, or one to another tab, tells of neither.
   */
  #takeVersion({ version, news }: Record<string, unknown>, seen: number | undefined): void {
    if (typeof version !== "number" || version <= this.#version) return;
    if (Array.isArray(news)) for (const field of news as ServerField[]) this.#follow(field);
    else if (seen !== this.#version) return;
    this.#version = version;
  }

  /** What others wrote comes into a field that nobody touched here. */
  #follow({ path, value, version }: ServerField): void {
    const field = this.#fields.get(path);
    if (field?.dirty) return;
    this.#fields.set(path, { value, base: version, dirty: false });
    if (same(field?.value ?? null, value)) return;
    this.#news += 1;
    this.#revision += 1;
    this.#tell(path);
  }

  /** The server has `value` as `version`. */
  #takeSaved(path: string, value: unknown, version: number, entryId: string): void {
    const field = this.#fields.get(path);
    if (!field?.dirty || same(field.value, value)) {
      // Also what another tab of this browser wrote: an untouched field follows it.
      const isNews = field !== undefined && !same(field.value, value);
      this.#fields.set(path, { value, base: version, dirty: false });
      if (!field || isNews) this.#revision += 1;
      this.#tell(path);
    } else if (this.#mine.has(entryId)) {
      this.#fields.set(path, { ...field, base: version });
      this.#keepSoon(path);
    }
    // Else it was typed here over an older text than the other tab's: the server will show both.
  }

  #keepSoon(path: string): void {
    this.#unkept.add(path);
    this.#cancelKeep ??= inPause(() => void this.#keep());
  }

  /** Puts on the device what was typed and the server has not acknowledged. */
  #keep(): Promise<void> {
    this.#cancelKeep?.();
    this.#cancelKeep = undefined;
    const paths = [...this.#unkept];
    this.#unkept.clear();
    return this.#device.keep(() =>
      paths.flatMap((path) => {
        const field = this.#fields.get(path);
        return field?.dirty ? [{ path, value: field.value, base: field.base }] : [];
      }),
    );
  }

  #settled(at: string | null = null): void {
    const last = this.#state.kind === "saved" ? this.#state.at : null;
    if (this.#dirty().length > 0) this.#setState(SAVING);
    else if (this.#conflicts.size > 0) this.#setState({ kind: "not_saved", why: "conflict" });
    else if (this.#rejected.size > 0) this.#setState({ kind: "not_saved", why: "rejected" });
    else this.#setState({ kind: "saved", at: at ?? last });
  }

  /** False: the browser refuses its durable store, and what isn't on the server would be lost with the page. */
  get keepsOnDevice(): boolean {
    return this.#device.keeps;
  }

  #setState(state: SyncState): void {
    this.#state = state;
    this.#listeners.tell("");
  }

  #tell(path: string): void {
    this.#listeners.tell(path);
    this.#listeners.tell("");
  }
}
