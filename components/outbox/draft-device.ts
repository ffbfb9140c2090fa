/** What this device holds of one person's draft: each field as typed, and the writes under way, until the server has them. */
import { deviceStore, type OutboxEntry, type Owner, type StoredField } from "./device-store";
import { type Change, isSameValue } from "./draft-fields";

export const DIARY = "diary:";
/** Days of a paper diary are kept like fields of a visit, but sent by their own button alone. */
export const diaryDraft = (patientId: string): string => `${DIARY}${patientId}`;

export class DraftDevice {
  #refusesToStore = false;
  /** What was put here by this page, the last of each field: any other text is another tab's, or an earlier page's. */
  readonly #put = new Map<string, unknown>();

  constructor(
    private readonly owner: Owner,
    private readonly visitId: string,
  ) {}

  /** The browser refuses its durable store: what isn't on the server would be lost with the page. */
  get keeps(): boolean {
    return !this.#refusesToStore;
  }

  /** Writes of one draft arrive in order. */
  get lane(): string {
    return `visit:${this.visitId}:${this.owner.membershipId}`;
  }

  /** `typed` is asked once the store is open: what the server acknowledged meanwhile is not written again. */
  async keep(typed: () => readonly Change[]): Promise<void> {
    await this.#try(async () => {
      const store = await deviceStore();
      const changes = typed();
      if (changes.length === 0) return;
      const editedAt = new Date().toISOString();
      const change = store.transaction("fields", "readwrite");
      const puts = changes.map((each) => change.store.put({ ...this.owner, visitId: this.visitId, ...each, editedAt }));
      for (const { path, value } of changes) this.#put.set(path, value);
      // Said at once: a page that is going away doesn't wait for the answers.
      change.commit();
      await Promise.all([...puts, change.done]);
    });
  }

  async kept(): Promise<StoredField[]> {
    const { membershipId } = this.owner;
    return (
      (await this.#try(async () =>
        (await deviceStore()).getAllFromIndex("fields", "by-visit", [membershipId, this.visitId]),
      )) ?? []
    );
  }

  /** This page has told the device of the field: what it was found to hold of it is older. */
  hasPut(path: string): boolean {
    return this.#put.has(path);
  }

  /**
   * Lets go of what the server has; what was typed since, here or in another tab, stays.
   * @param isTypedSince of a field for which it is false nothing that this page put here is wanted any more, whatever it
   * is: a text may be replaced and sent between two words to the device, or changed and changed back
   */
  async forget(
    saved: readonly { path: string; value: unknown }[],
    isTypedSince: (path: string) => boolean = () => true,
  ): Promise<void> {
    await this.#try(async () => {
      const change = (await deviceStore()).transaction("fields", "readwrite");
      for (const { path, value } of saved) {
        const key: [string, string, string] = [this.owner.membershipId, this.visitId, path];
        const held = await change.store.get(key);
        if (!held) continue;
        const isOwn = this.#put.has(path) && isSameValue(held.value, this.#put.get(path));
        if (isSameValue(held.value, value) || (isOwn && !isTypedSince(path))) await change.store.delete(key);
      }
      await change.done;
    });
  }

  /** The draft was discarded: nothing of it is to be sent. */
  async forgetAll(): Promise<void> {
    await this.forget(await this.kept());
    for (const entry of await this.#entries()) await this.drop(entry.id);
  }

  async putEntry(entry: OutboxEntry): Promise<void> {
    await this.#try(async () => (await deviceStore()).put("outbox", entry));
  }

  /** The oldest write that was never answered. */
  async waiting(): Promise<OutboxEntry | undefined> {
    return (await this.#entries()).sort((a, b) => a.createdAt.localeCompare(b.createdAt))[0];
  }

  async drop(id: string): Promise<void> {
    await this.#try(async () => (await deviceStore()).delete("outbox", id));
  }

  async #entries(): Promise<OutboxEntry[]> {
    return (await this.#try(async () => (await deviceStore()).getAllFromIndex("outbox", "by-lane", this.lane))) ?? [];
  }

  async #try<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch {
      this.#refusesToStore = true;
      return undefined;
    }
  }
}
