/**
 * Runs the embedded PostgreSQL of a data folder behind a Unix socket, for the process that owns nothing else
 * (docs/decisions/0004-embedded-database.md).
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import type { Server, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { socketPath, socketUrl } from "@/db/connection-url";
import { newestDump, writeDump } from "@/db/dump";
import { claimEngine } from "@/db/engine-lock";
import { DatabaseSetupError } from "@/db/roles";

/** What the pinned PGlite reads. Another major version makes the folder unreadable. */
const POSTGRES_MAJOR = "18";
/** sockaddr_un on Linux holds 108 bytes with the closing zero. */
const SOCKET_PATH_BYTES = 107;
const CONNECTIONS = 64;

export type EmbeddedDatabase = {
  /** For DATABASE_URL. */
  url: string;
  /** Writes a copy of the whole database into `dumps/`, named by its reason; the oldest of a kind make room. */
  dump: (reason: "hourly" | "before-migration") => Promise<string>;
  /** Finishes what runs, closes the files and gives the folder free. */
  close: () => Promise<void>;
};

/**
 * Opens, or creates, the database in `dataDir`.
 * @throws DatabaseSetupError in one line: folder in use, written by another PostgreSQL, or damaged.
 */
export async function openEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const sockets = socketFolder(dataDir);
  const claim = await claimEngine(join(dataDir, "claims"), socketPath(sockets));
  try {
    const engine = await openEngine(dataDir);
    // Left by a process that was killed; the claim says nobody listens on it.
    rmSync(socketPath(sockets), { force: true });
    const server = new PGLiteSocketServer({ db: engine, path: socketPath(sockets), maxConnections: CONNECTIONS });
    await server.start();
    const unseen = unseenConnections(server);
    return {
      url: socketUrl(sockets),
      dump: (reason) => writeDump(engine, join(dataDir, "dumps"), reason),
      close: async () => {
        for (const socket of unseen) socket.destroy();
        await server.stop();
        await engine.close();
        rmSync(socketPath(sockets), { force: true });
        if (!sockets.startsWith(dataDir)) rmSync(sockets, { recursive: true, force: true });
        claim.release();
      },
    };
  } catch (error) {
    claim.release();
    throw error;
  }
}

/**
 * Connections between their arrival and the server's first look at them, a moment later. One that it finds when it has
 * been stopped it ends but never reads: having sent something, it never closes, and stopping would wait without end.
 */
function unseenConnections(server: PGLiteSocketServer): ReadonlySet<Socket> {
  const { server: listener } = server as unknown as { server: Server };
  const unseen = new Set<Socket>();
  listener.on("connection", (socket) => {
    unseen.add(socket);
    setImmediate(() => unseen.delete(socket));
  });
  return unseen;
}

/** A folder only this user can enter, inside the data folder unless that makes the socket's path too long. */
function socketFolder(dataDir: string): string {
  const inside = join(dataDir, "socket");
  if (Buffer.byteLength(socketPath(inside)) <= SOCKET_PATH_BYTES) {
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    chmodSync(inside, 0o700);
    return inside;
  }
  const temporary = [tmpdir(), "/tmp"].find((base) => Buffer.byteLength(base) <= 60) ?? "/tmp";
  return mkdtempSync(join(temporary, "counterpoise-"));
}

async function openEngine(dataDir: string): Promise<PGlite> {
  const folder = join(dataDir, "database");
  if (!existsSync(folder) || readdirSync(folder).length === 0) await createIn(folder);
  const version = readVersion(folder);
  if (version !== POSTGRES_MAJOR) {
    const found = version === null ? "no PG_VERSION" : `PostgreSQL ${version}`;
    throw new DatabaseSetupError(
      `${folder} holds ${found}, and this version of Counterpoise reads PostgreSQL ${POSTGRES_MAJOR}.${advice(dataDir)}`,
    );
  }
  try {
    return await PGlite.create({ dataDir: folder });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DatabaseSetupError(`${folder} can't be opened (${why}).${advice(dataDir)}`, { cause: error });
  }
}

/** Made aside and moved into place, so that a start killed midway leaves nothing half-made behind. */
async function createIn(folder: string): Promise<void> {
  const aside = `${folder}.new`;
  rmSync(aside, { recursive: true, force: true });
  const engine = await PGlite.create({ dataDir: aside });
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
  renameSync(aside, folder);
}

function readVersion(folder: string): string | null {
  const path = join(folder, "PG_VERSION");
  return existsSync(path) ? readFileSync(path, "utf8").trim() : null;
}

function advice(dataDir: string): string {
  const dump = newestDump(join(dataDir, "dumps"));
  if (dump === null) return "";
  return ` To go back to ${dump}: move ${join(dataDir, "database")} away, make it anew and empty, and unpack the dump into it with tar -xzf.`;
}
