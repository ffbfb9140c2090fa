/** One size of clinic, one running app: each subject's requests, time and processor cost, alone and sixteen at a time. */
import { Agent } from "node:http";
import type { Actor } from "@/db/scope";
import type { CalendarDay } from "@/domain/calendar-day";
import type { VisitRecord } from "@/domain/record";
import type { App } from "./app";
import { type Limits, type Load, measure, measureInTurn, type Shot, send } from "./load";
import { cpuMs, privateBytes } from "./process-cost";
import { autosave, type Draft, draftVisits, judgedVisits, longPatients, signDraft } from "./subjects";
import { LONG_VISITS } from "./template";
import type { PageName } from "./tree";

export const CONCURRENCY = 16;

/** CPU milliseconds per request, of the app and of the database. */
export type Cost = Load & { appMs: number; databaseMs: number };
export type Figure = { one: Cost; many: Cost };
export type SizeFigures = {
  patients: number;
  figures: Map<Subject, Figure>;
  /** Bytes: what the server and the database hold for themselves at the end, and the database on disk. */
  memory: { app: number; database: number };
};

export type Subject = "empty" | PageName | `${PageName} from constants` | "autosave" | "sign";

export type Scene = {
  actor: Actor;
  app: App;
  /** Process id of the PostgreSQL server. */
  database: number;
  cookie: string;
  today: CalendarDay;
  /** The newest visit of the long course. */
  record: VisitRecord;
  pages: readonly PageName[];
};

export type Subjects = { patients: string[]; drafts: Draft[]; toSign: Draft[]; spare: Draft };

const PEOPLE = 16;
const LIMITS: Limits = { requests: 600, seconds: 4 };
const MANY_LIMITS: Limits = { requests: 1_600, seconds: 4 };
/** Requests before the clock starts: connections, prepared statements, compiled code. */
const WARM_UP = 48;
const SIGNED_ALONE = 24;
const SIGNED_TOGETHER = 48;

/** Drafts for patients whose number is above `after`: sixteen to look at and write in, the others to sign, one spare. */
export async function prepareSubjects({ actor, record, today }: Scene, after: number): Promise<Subjects> {
  const patients = await longPatients(actor, PEOPLE + 1 + SIGNED_ALONE + SIGNED_TOGETHER, after);
  const judged = await judgedVisits(actor, patients);
  if (judged !== patients.length * LONG_VISITS)
    throw new Error(`${judged} judged visits of ${patients.length} patients`);
  const [spare, ...drafts] = await draftVisits(actor, patients, record, today);
  if (!spare) throw new Error("no draft");
  return { patients: patients.slice(0, PEOPLE), drafts: drafts.slice(0, PEOPLE), toSign: drafts.slice(PEOPLE), spare };
}

/** Address of a page for the k-th patient. */
export function pagePath(page: PageName, { patients, drafts }: Subjects, k: number): string {
  if (page === "caseload") return "/caseload";
  const at = k % PEOPLE;
  return page === "chart" ? `/patients/${patients[at]}` : `/visits/${drafts[at]?.visitId}`;
}

export async function measureSize(scene: Scene, subjects: Subjects, size: number): Promise<SizeFigures> {
  const figures: SizeFigures["figures"] = new Map();
  const { app } = scene;
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const appCpu = () => cpuMs(app.pid);
  const works = new Map<Subject, (worker: number) => Promise<void>>();
  const get = (path: (k: number) => string) => {
    let k = 0;
    return async () => {
      k += 1;
      await expectOk(app, agent, { method: "GET", path: path(k), headers: { cookie: scene.cookie } });
    };
  };
  try {
    works.set(
      "empty",
      get(() => "/empty"),
    );
    for (const page of scene.pages) {
      works.set(
        `${page} from constants`,
        get((k) => `/constant${pagePath(page, subjects, k)}`),
      );
      works.set(
        page,
        get((k) => pagePath(page, subjects, k)),
      );
    }
    works.set("autosave", autosaving(scene, agent, subjects.drafts));
    for (const work of works.values()) for (let k = 0; k < WARM_UP; k += 1) await work(k % PEOPLE);
    const alone = await costsInTurn(scene, appCpu, works);
    for (const [subject, work] of works) {
      const one = alone.get(subject);
      if (!one) throw new Error(`${subject} was not measured`);
      figures.set(subject, { one, many: await costOf(scene, CONCURRENCY, MANY_LIMITS, appCpu, work) });
      process.stdout.write(`  ${size} ${subject}: p50 ${one.p50.toFixed(1)} ms\n`);
    }
    figures.set("sign", await signing(scene, subjects.toSign));
    return { patients: size, figures, memory: { app: privateBytes(app.pid), database: privateBytes(scene.database) } };
  } finally {
    agent.destroy();
  }
}

async function costOf(
  scene: Scene,
  concurrency: number,
  limits: Limits,
  appCpu: () => number,
  work: (worker: number) => Promise<void>,
): Promise<Cost> {
  const before = { app: appCpu(), database: cpuMs(scene.database) };
  const load = await measure(concurrency, limits, work);
  return {
    ...load,
    appMs: (appCpu() - before.app) / load.requests,
    databaseMs: (cpuMs(scene.database) - before.database) / load.requests,
  };
}

/** Each subject alone, in turn with the others. */
async function costsInTurn(
  scene: Scene,
  appCpu: () => number,
  works: ReadonlyMap<Subject, (worker: number) => Promise<void>>,
): Promise<Map<Subject, Cost>> {
  const spent = new Map([...works.keys()].map((subject) => [subject, { appMs: 0, databaseMs: 0 }]));
  const turns = new Map([...works].map(([subject, work]) => [subject, () => work(0)]));
  const loads = await measureInTurn(LIMITS, turns, (subject) => {
    const before = { app: appCpu(), database: cpuMs(scene.database) };
    return () => {
      const sum = spent.get(subject);
      if (!sum) return;
      sum.appMs += appCpu() - before.app;
      sum.databaseMs += cpuMs(scene.database) - before.database;
    };
  });
  return new Map(
    [...loads].map(([subject, load]) => {
      const { appMs = Number.NaN, databaseMs = Number.NaN } = spent.get(subject) ?? {};
      return [subject, { ...load, appMs: appMs / load.requests, databaseMs: databaseMs / load.requests }];
    }),
  );
}

/** A redirect or an error page must not pass for a fast page. */
export async function expectOk(app: App, agent: Agent, shot: Shot): Promise<string> {
  const { status, body } = await send(app.origin, agent, shot);
  if (status !== 200) throw new Error(`${shot.method} ${shot.path} answered ${status}: ${body.slice(0, 300)}`);
  return body;
}

/** Each worker writes in a draft of its own, as each clinician does. */
export function autosaving(
  { actor, app, cookie }: Scene,
  agent: Agent,
  drafts: Draft[],
): (worker: number) => Promise<void> {
  let writes = 0;
  return async (worker) => {
    const draft = drafts[worker];
    if (!draft) throw new Error("more workers than drafts");
    writes += 1;
    const shot = autosave(actor, draft, `Slept better, sat for ${writes} minutes without pain.`);
    const headers = { cookie, origin: app.origin, "content-type": "application/json" };
    const answer = JSON.parse(await expectOk(app, agent, { ...shot, headers })) as { saved: { version: number }[] };
    draft.noteVersion = answer.saved[0]?.version ?? Number.NaN;
  };
}

/** In this process, through the function that the screen's action calls after it has checked the password. */
async function signing(scene: Scene, drafts: Draft[]): Promise<Figure> {
  const waiting = [...drafts];
  const ownCpu = () => process.cpuUsage().user / 1_000 + process.cpuUsage().system / 1_000;
  const signNext = async () => {
    const draft = waiting.shift();
    if (draft) await signDraft(scene.actor, draft);
  };
  const one = await costOf(scene, 1, { requests: SIGNED_ALONE, seconds: 60 }, ownCpu, signNext);
  const many = await costOf(scene, CONCURRENCY, { requests: SIGNED_TOGETHER, seconds: 60 }, ownCpu, signNext);
  return { one, many };
}
