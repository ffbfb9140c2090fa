/** The SQL behind each subject: statements sent, waits for an answer, and the time of the bare statements. */
import { Agent } from "node:http";
import type { Sql } from "postgres";
import { startApp } from "./app";
import { askAt, autosaving, expectOk, pagePath, type Scene, type Subject, type Subjects } from "./measure-size";
import { bareMs, countingProxy, hasPgbench, statementsOf } from "./statements";
import { signAndTakeBack } from "./subjects";

export type SqlBehind = {
  transactions: number;
  statements: number;
  /** How often the database was waited for. */
  roundTrips: number;
  /** Mean milliseconds of the same statements through pgbench; null where there is none. */
  bareMs: number | null;
};

const PGBENCH_SECONDS = 3;
/** Enough that no connection and no statement is new. */
const WARM = 24;

export async function readSql(
  scene: Scene,
  subjects: Subjects,
  place: { admin: Sql; tree: string },
): Promise<Map<Subject, SqlBehind>> {
  const found = new Map<Subject, SqlBehind>();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const login = decodeURIComponent(new URL(scene.databaseUrl).username);
  const proxy = await countingProxy(scene.databaseUrl);
  // What runs in this process asks through the proxy too.
  await askAt(proxy.url);
  const counted: Scene = { ...scene, app: await startApp(place.tree, proxy.url) };
  const read = async (subject: Subject, act: (of: Scene) => Promise<unknown>, overHttp: boolean) => {
    for (let k = 0; k < WARM; k += 1) await act(overHttp ? counted : scene);
    const before = proxy.trips();
    await act(overHttp ? counted : scene);
    const roundTrips = proxy.trips() - before;
    const statements = await statementsOf(place.admin, login, () => act(scene));
    found.set(subject, {
      transactions: statements.filter((text) => text.startsWith("begin")).length,
      statements: statements.length,
      roundTrips,
      bareMs: hasPgbench() && statements.length > 0 ? bareMs(scene.databaseUrl, statements, PGBENCH_SECONDS) : null,
    });
  };
  try {
    for (const page of scene.pages) {
      const path = pagePath(page, subjects, 1);
      const shot = { method: "GET" as const, path, headers: { cookie: scene.cookie } };
      await read(page, (of) => expectOk(of.app, agent, shot), true);
    }
    const savers = new Map([scene, counted].map((of) => [of, autosaving(of, agent, subjects.drafts)]));
    await read("autosave", async (of) => savers.get(of)?.(0), true);
    await read("sign", () => signAndTakeBack(scene.actor, subjects.spare), false);
    return found;
  } finally {
    agent.destroy();
    await askAt(scene.databaseUrl);
    await counted.app.stop();
    proxy.close();
  }
}
