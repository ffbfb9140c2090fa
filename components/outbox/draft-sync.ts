/**
 * A visit's draft between keyboard, device and server. Every change is on the device at the next pause between two keys
 * and on the server within a second; what was sent is sent again unchanged until it is answered; the same field written
 * by two people is shown, never overwritten.
 */
import { newId } from "@/domain/new-id";
import type { OutboxEntry, Owner } from "./device-store";
import { DraftDevice } from "./draft-device";
import { type Change, type Conflict, DraftFields, type ServerField } from "./draft-fields";
import { inPause } from "./in-pause";
import { type SendResult, sendEntry } from "./send";

export type SyncState =
  | { kind: "saved"; at: string | null }
  | { kind: "saving" }
  /** Kept here; will be sent. */
  | { kind: "on_device"; why: "offline" | "busy" | "failing" | "signed_out" | "other_session" }
  | { kind: "not_saved"; why: string };

const SAVING: SyncState = { kind: "saving" };
const QUIET_MS = 400;
const LONGEST_WAIT_MS = 900;
/** What the outbox route takes at once: fields, and characters with room for their envelope. */
const ENTRY_FIELDS = 200;
const ENTRY_SIZE = 900_000;
const RETRY_MS = [1_000, 2_000, 5_000, 15_000, 30_000] as const;

export class DraftSync {
  readonly fields: DraftFields;
  #state: SyncState = { kind: "saved", at: null };
  readonly #stateListeners = new Set<() => void>();
  #version: number;
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
    this.fields = new DraftFields(opened.fields);
  }

  /** Brings back what this device still holds of the visit, and goes on sending it. */
  async recover(): Promise<void> {
    this.#closed = false;
    const waiting = await this.#device.waiting();
    if (waiting) this.#mine.add(waiting.id);
    const kept = await this.#device.kept();
    // What an earlier version of the form left here is looked at before it is shown; offline it is shown as it is.
    const check = kept.length === 0 ? null : await import("@/domain/visit/check-field").catch(() => null);
    for (const field of kept) {
      const { path, value } = field;
      // Typed and sent while the rules were on their way: what this page knows is newer.
      if (this.#device.hasPut(path)) continue;
      const checked = check?.checkDraftField(path, value);
      if (check && checked?.ok === false) {
        this.fields.reject(path, checked.code);
        if (!check.isShowable(checked.code)) continue;
      }
      if (!this.fields.bringBack(field)) await this.#device.forget([field]);
    }
    if (this.fields.unsent.length > 0 || waiting) this.#schedule(0);
    else if (this.fields.rejections.length > 0) this.#settled();
  }

  /** Of the draft as this page shows it: signing another one is refused. */
  get version(): number {
    return this.#version;
  }

  get state(): SyncState {
    return this.#state;
  }

  /** Listens to the state. The answer ends it. */
  subscribe(listener: () => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  /** null clears a field: missing again. */
  set(path: string, value: unknown): void {
    this.fields.type(path, value);
    this.#setState(SAVING);
    this.#keepSoon(path);
    this.#firstUnsent ??= Date.now();
    const waited = Date.now() - this.#firstUnsent;
    this.#schedule(Math.max(0, Math.min(QUIET_MS, LONGEST_WAIT_MS - waited)));
  }

  /** One of two texts was chosen: mine is typed over the version that was shown, theirs replaces mine here. */
  settle(path: string, keep: "mine" | "theirs"): void {
    const conflict = this.fields.takeTheirs(path);
    if (!conflict) return;
    if (keep === "mine") this.set(path, conflict.mine);
    else void this.#device.forget([{ path, value: conflict.mine }], this.fields.isTyped);
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
      if (this.fields.unsent.length === 0 && this.fields.conflicts.length === 0) return this.#state.kind === "saved";
      if (this.#state.kind !== "saving") return false;
    }
    return false;
  }

  /** The draft was discarded: this page sends nothing more of it, and the device lets go of it. */
  async discard(): Promise<void> {
    this.close();
    this.#cancelKeep?.();
    this.#unkept.clear();
    this.fields.giveUp();
    await this.#device.forgetAll();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #schedule(ms: number): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), ms);
  }

  #run(): Promise<void> {
    this.#inFlight ??= this.#sendOnce().finally(() => {
      this.#inFlight = null;
      if (this.#state.kind === "saving" && this.fields.unsent.length > 0) this.#schedule(QUIET_MS);
    });
    return this.#inFlight;
  }

  async #sendOnce(): Promise<void> {
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
    for (const change of this.fields.unsent) {
      const own = JSON.stringify(change).length;
      if (own > ENTRY_SIZE) {
        this.fields.reject(change.path, "too_long");
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
    // What goes out is on the device before it: should the page end here, an older word there would contradict it.
    await this.#keep();
    await this.#device.putEntry(entry);
    return entry;
  }

  async #take(entry: OutboxEntry, answer: Record<string, unknown>): Promise<void> {
    const body = entry.body as { changes: Change[]; seen?: number };
    const sent = new Map(body.changes.map((change) => [change.path, change.value]));
    const saved = (answer.saved ?? []) as { path: string; version: number }[];
    const received = saved.map(({ path, version }) => ({ path, version, value: sent.get(path) ?? null }));
    for (const field of received) {
      if (this.fields.takeSaved(field, this.#mine.has(entry.id))) this.#keepSoon(field.path);
    }
    for (const conflict of (answer.conflicts ?? []) as Conflict[]) this.fields.ask(conflict);
    for (const { path, code } of (answer.rejected ?? []) as { path: string; code: string }[]) {
      this.fields.reject(path, code);
    }
    this.#takeVersion(answer, body.seen);
    await this.#device.forget(received, this.fields.isTyped);
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
    if (Array.isArray(news)) for (const field of news as ServerField[]) this.fields.follow(field);
    else if (seen !== this.#version) return;
    this.#version = version;
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
    return this.#device.keep(() => this.fields.typed(paths));
  }

  #settled(at: string | null = null): void {
    const last = this.#state.kind === "saved" ? this.#state.at : null;
    if (this.fields.unsent.length > 0) this.#setState(SAVING);
    else if (this.fields.conflicts.length > 0) this.#setState({ kind: "not_saved", why: "conflict" });
    else if (this.fields.rejections.length > 0) this.#setState({ kind: "not_saved", why: "rejected" });
    else this.#setState({ kind: "saved", at: at ?? last });
  }

  /** False: the browser refuses its durable store, and what isn't on the server would be lost with the page. */
  get keepsOnDevice(): boolean {
    return this.#device.keeps;
  }

  #setState(state: SyncState): void {
    this.#state = state;
    for (const listener of this.#stateListeners) listener();
  }
}
