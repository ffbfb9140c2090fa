/**
 * What a person typed into visits on this device and the clinic has not got: counted, sent without their forms, and
 * kept for that person alone.
 */
import { deviceStore, type OutboxEntry, type Owner } from "./device-store";
import { DIARY } from "./draft-device";
import { DraftSync } from "./draft-sync";
import { sendEntry } from "./send";

/**
 * `changes`: fields of one visit, or days of one patient's paper diary. `here`: false when they were typed in another
 * clinic of this person. `href`: where they are shown.
 */
export type Unsent = { draft: string; kind: "visit" | "diary"; href: string; changes: number; here: boolean };

function placeOf(draft: string, paths: ReadonlySet<string>): Pick<Unsent, "kind" | "href"> {
  if (!draft.startsWith(DIARY)) return { kind: "visit", href: `/visits/${draft}` };
  const [first] = [...paths].sort();
  return { kind: "diary", href: `/patients/${draft.slice(DIARY.length)}/diary?from=${first}` };
}

type Kept = Owner & { visitId: string; path: string };

const isOfVisit = ({ lane }: OutboxEntry): boolean => lane.startsWith("visit:");

/** Everything of this person on this device, in whichever of their clinics it was typed. */
export async function unsentDrafts(owner: Owner): Promise<Unsent[]> {
  const store = await deviceStore();
  const [fields, entries] = await Promise.all([store.getAll("fields"), store.getAll("outbox")]);
  const kept: Kept[] = [...fields, ...entries.filter(isOfVisit).flatMap(fieldsOf)];
  const drafts = new Map<string, { here: boolean; paths: Set<string> }>();
  for (const { userId, membershipId, visitId, path } of kept) {
    if (userId !== owner.userId) continue;
    const draft = drafts.get(visitId) ?? { here: membershipId === owner.membershipId, paths: new Set<string>() };
    drafts.set(visitId, draft);
    draft.paths.add(path);
  }
  return [...drafts].map(([draft, { here, paths }]) => ({
    draft,
    ...placeOf(draft, paths),
    here,
    changes: paths.size,
  }));
}

function fieldsOf({ userId, membershipId, body }: OutboxEntry): Kept[] {
  const { visitId, changes } = body as { visitId: string; changes: { path: string }[] };
  return changes.map(({ path }) => ({ userId, membershipId, visitId, path }));
}

export const countOf = (unsent: readonly Unsent[]): number => unsent.reduce((sum, { changes }) => sum + changes, 0);

/** Sends what was typed in the clinic in use, but for visits whose form is open: it sends its own. Answers what is left. */
export async function sendDrafts(owner: Owner, send = sendEntry): Promise<Unsent[]> {
  for (const { draft: visitId, kind, here } of await unsentDrafts(owner)) {
    if (!here || kind === "diary") continue;
    await unlessOpen(visitId, async () => {
      // No field is known here, so that a field which changed meanwhile is refused as a conflict and stays.
      const sync = new DraftSync(owner, visitId, { version: 0, fields: [] }, send);
      await sync.recover();
      await sync.flush();
      sync.close();
    });
  }
  return unsentDrafts(owner);
}

const lockOf = (visitId: string): string => `counterpoise.draft.${visitId}`;

const locks = (): LockManager | undefined => (typeof navigator === "undefined" ? undefined : navigator.locks);

/** Says that a visit's form is open; resolves once nobody else sends its fields. The answer ends it. */
export async function holdDraft(visitId: string): Promise<() => void> {
  const manager = locks();
  if (!manager) return () => {};
  return new Promise((resolve) => {
    manager
      .request(lockOf(visitId), { mode: "shared" }, () => new Promise<void>((release) => resolve(release)))
      .catch(() => resolve(() => {}));
  });
}

/** Where the browser has no locks (plain HTTP), nobody knows which forms are open: each visit waits for its own. */
async function unlessOpen(visitId: string, work: () => Promise<void>): Promise<void> {
  await locks()?.request(lockOf(visitId), { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}
