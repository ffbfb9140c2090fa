/** Names the failures that mean "the database can't answer now": the caller may answer 503 and keep what was typed. */

/** The diagnostics channel that hears of each such failure, in the asynchronous context of whoever asked. */
export const DATABASE_UNAVAILABLE_CHANNEL = "counterpoise:database-unavailable";

/** By which an error screen tells these from mistakes of ours. */
const UNAVAILABLE_DIGEST = "database-unavailable";

/**
 * Recognise these by `isDatabaseUnavailable`, not by `instanceof`: a bundler may load this module more than once in one
 * process.
 */
export class DatabaseUnavailableError extends Error {
  readonly databaseUnavailable = true;
  /** All that reaches the browser of an error thrown on the server. */
  readonly digest: string = UNAVAILABLE_DIGEST;
  override name = "DatabaseUnavailableError";
}

/** No connection became free within the wait. Nothing was sent. */
export class DatabaseBusyError extends DatabaseUnavailableError {
  override name = "DatabaseBusyError";
}

/** The transaction outlived its deadline and its connection was cut: nothing was committed unless COMMIT was under way. */
export class TransactionDeadlineError extends DatabaseUnavailableError {
  override name = "TransactionDeadlineError";
}

export function isDatabaseUnavailable(error: unknown): error is DatabaseUnavailableError {
  return typeof error === "object" && error !== null && "databaseUnavailable" in error;
}

/** SQLSTATE of a failed statement (drizzle wraps it as `cause`), null when it isn't one. */
export function sqlState(error: unknown): string | null {
  const code = errorCode(error);
  return code !== null && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

// 25P03 and 57P05: the server ended the session for idling; the others are the driver's and the operating system's.
const CONNECTION_CODE =
  /^(CONNECTION_.*|CONNECT_TIMEOUT|ECONN.*|EPIPE|ETIMEDOUT|ENOENT|EHOSTUNREACH|ENETUNREACH|EAI_.*|ENOTFOUND|08...|57P..|25P03|53300)$/;

/** True when the connection itself is at fault, so that nothing more may be sent through it. */
export function isConnectionError(error: unknown): boolean {
  const code = errorCode(error);
  return code !== null && CONNECTION_CODE.test(code);
}

function errorCode(error: unknown): string | null {
  for (let at = error, depth = 0; typeof at === "object" && at !== null && depth < 4; depth++) {
    if ("code" in at && typeof at.code === "string") return at.code;
    at = "cause" in at ? at.cause : null;
  }
  return null;
}
