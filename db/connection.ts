/** Opens one physical connection that is never reopened: what was queued for a lost one must not run on the next. */
import net from "node:net";
import postgres, { type Sql } from "postgres";
import { connectionOf } from "@/db/connection-url";
import { guardAgainstDriverFault } from "@/db/driver-fault";

class ConnectionLostError extends Error {
  readonly code = "CONNECTION_LOST";
}

export type Connection = {
  sql: Sql;
  /** Cuts the connection at once; statements under way are rejected and the server rolls back. */
  cut: () => void;
  /** Closes it in good order. */
  close: () => Promise<void>;
};

/** `onLost` is called when the connection has ended, for whatever reason. Connects at the first statement. */
export function openConnection(url: string, onLost: () => void = () => {}): Connection {
  guardAgainstDriverFault();
  let socket: net.Socket | null = null;
  const connect = (at: { path?: string | false; host: string[]; port: number[] }): net.Socket => {
    // The driver reopens a lost connection and sends what was queued: outside the transaction, without its role.
    if (socket !== null) throw new ConnectionLostError("this connection was lost and is never reopened");
    const [host = "localhost", port = 5432] = [at.host[0], at.port[0]];
    socket = at.path ? net.connect(at.path) : net.connect({ host, port, noDelay: true });
    // For TLS the driver takes the server's name from here.
    return Object.assign(socket, { host, port });
  };
  const options = {
    max: 1,
    // The driver's own ends of life could fall between two statements of a transaction; the pool retires leases instead.
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    // Drizzle reads and writes arrays itself; the driver's own question for their types can't be caught when it fails.
    fetch_types: false,
    onnotice: () => {},
    onclose: () => {
      onLost();
      // Else what is sent from now on would wait for ever.
      sql.end({ timeout: 0 }).catch(() => {});
    },
    socket: connect,
  };
  const sql: Sql = postgres(...connectionOf(url, options));
  return {
    sql,
    cut: () => {
      sql.end({ timeout: 0 }).catch(() => {});
      // The driver only half-closes, which a server that hangs would never answer.
      setTimeout(() => socket?.destroy(), 50).unref();
    },
    close: async () => {
      await sql.end({ timeout: 1 });
      socket?.destroy();
    },
  };
}
