/** Reads a database URL the way libpq does where the driver differs: a Unix socket as `?host=/folder`. */

const SOCKET_NAME = ".s.PGSQL.";

/** The URL of a database that answers on a Unix socket in `folder`. */
export function socketUrl(folder: string, { user = "postgres", database = "postgres", port = 5432 } = {}): string {
  return `postgres://${encodeURIComponent(user)}@localhost:${port}/${database}?host=${encodeURIComponent(folder)}`;
}

export function socketPath(folder: string, port = 5432): string {
  return `${folder}/${SOCKET_NAME}${port}`;
}

/** The driver's arguments for this URL. */
export function connectionOf<Options extends object>(
  url: string,
  options: Options,
): [string, Options & { path?: string }] {
  const parsed = new URL(url);
  const folder = parsed.searchParams.get("host");
  if (!folder?.startsWith("/")) return [url, options];
  // The driver would send it to the server as a setting of the session.
  parsed.searchParams.delete("host");
  return [parsed.href, { ...options, path: socketPath(folder, Number(parsed.port || 5432)) }];
}
