/** The browser's durable store: what was typed stays here until the server has it. One database for drafts and sessions. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** Whose entry it is; an entry is only ever sent in this person's name. */
export type Owner = { userId: string; membershipId: string };

/** A write on its way: sent again unchanged until it was answered, so that the server does it once. */
export type OutboxEntry = Owner & {
  id: string;
  kind: string;
  body: unknown;
  /** Device time of the first attempt. */
  createdAt: string;
  /** Why the server will not take it; null while there is hope. */
  refused: string | null;
  /** Groups entries that must arrive in order, such as one visit's. */
  lane: string;
};

export type StoredField = Owner & {
  visitId: string;
  path: string;
  value: unknown;
  /** The server's version it was typed over. */
  base: number;
  editedAt: string;
};

interface DeviceSchema extends DBSchema {
  outbox: { key: string; value: OutboxEntry; indexes: { "by-lane": string; "by-owner": string } };
  fields: { key: [string, string, string]; value: StoredField; indexes: { "by-visit": [string, string] } };
  cache: { key: string; value: { key: string; membershipId: string; at: string; value: unknown } };
}

export type DeviceStore = IDBPDatabase<DeviceSchema>;

let opened: Promise<DeviceStore> | undefined;

/** Opens the store once per page. A browser that forbids it (private mode, full disk) rejects: the caller says so. */
export function deviceStore(): Promise<DeviceStore> {
  opened ??= openDB<DeviceSchema>("counterpoise", 1, {
    upgrade(db) {
      const outbox = db.createObjectStore("outbox", { keyPath: "id" });
      outbox.createIndex("by-lane", "lane");
      outbox.createIndex("by-owner", "membershipId");
      const fields = db.createObjectStore("fields", { keyPath: ["membershipId", "visitId", "path"] });
      fields.createIndex("by-visit", ["membershipId", "visitId"]);
      db.createObjectStore("cache", { keyPath: "key" });
    },
    blocking: () => {
      // A newer page wants to upgrade: make way, the next use opens again.
      void opened?.then((db) => db.close());
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}
