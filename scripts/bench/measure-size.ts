/** Clinics of some sizes, each with its running app: each subject's requests, time and processor cost, alone and sixteen at a time. */
import { Agent } from "node:http";
import { closeDatabase } from "@/db/client";
import type { Actor } from "@/db/scope";
import type { CalendarDay } from "@/domain/calendar-day";
import type { VisitRecord } from "@/domain/record";
import { environment } from "@/env";
import type { App } from "./app";
import { type Limits, type Load, loadOf, measure, measureInTurn, type Shot, send } from "./load";
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
  databaseUrl: string;
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
const LIMITS: Limits = { requests: 600, seconds: 8 };
const MANY_LIMITS: Limits = { requests: 1_600, seconds: 4 };
/** Requests before the clock starts: connections, prepared statements, compiled code. */
const WARM_UP = 48;
const SIGNING_TURNS = 4;
const SIGNED_A_TURN = 7;
const SIGNED_TOGETHER = 24;
/** With those of each turn that come before the clock. */
const TO_SIGN = SIGNING_TURNS * (SIGNED_A_TURN + 1) + SIGNED_TOGETHER + CONCURRENCY;

/** Drafts for patients whose number is above `after`: sixteen to look at and write in, the others to sign, one spare. */
export async function prepareSubjects(
  { actor, record, today }: Omit<Scene, "app" | "databaseUrl">,
  after: number,
): Promise<Subjects> {
  const patients = await longPatients(actor, PEOPLE + 1 + TO_SIGN, after);
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

/** A running app over a clinic of one size. */
export type Place = { size: number; scene: Scene; subjects: Subjects };

type Work = (worker: number) => Promise<void>;
type Task = { place: Place; subject: Subject; work: Work };

/** Every size beside the others, each request in turn: a machine that slows down slows all of them. */
export async function measureSizes(places: readonly Place[]): Promise<SizeFigures[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  try {
    const works = places.map((place) => ({ place, works: worksOf(place, agent) }));
    const subjects = [...(works[0]?.works.keys() ?? [])];
    // One subject of each size directly after the other.
    const tasks = subjects.flatMap((subject) =>
      works.flatMap(({ place, works }): Task[] => {
        const work = works.get(subject);
        return work ? [{ place, subject, work }] : [];
      }),
    );
    for (const { work } of tasks) for (let k = 0; k < WARM_UP; k += 1) await work(k % PEOPLE);
    const alone = await costsInTurn(tasks);
    const found = new Map(places.map((place) => [place, new Map<Subject, Figure>()]));
    for (const task of tasks) {
      const { place, subject, work } = task;
      const one = alone.get(task);
      if (!one) throw new Error(`${subject} was not measured`);
      found.get(place)?.set(subject, { one, many: await costOf(place.scene, CONCURRENCY, MANY_LIMITS, work) });
      process.stdout.write(`  ${place.size} ${subject}: p50 ${one.p50.toFixed(1)} ms\n`);
    }
    for (const [place, figure] of await signing(places)) found.get(place)?.set("sign", figure);
    return places.map((place) => {
      const { app, database } = place.scene;
      const memory = { app: privateBytes(app.pid), database: privateBytes(database) };
      return { patients: place.size, figures: found.get(place) ?? new Map(), memory };
    });
  } finally {
    agent.destroy();
  }
}

function worksOf({ scene, subjects }: Place, agent: Agent): Map<Subject, Work> {
  const works = new Map<Subject, Work>();
  const get = (subject: Subject, path: (k: number) => string) => {
    let k = 0;
    works.set(subject, async () => {
      k += 1;
      await expectOk(scene.app, agent, { method: "GET", path: path(k), headers: { cookie: scene.cookie } });
    });
  };
  get("empty", () => "/empty");
  for (const page of scene.pages) {
    get(`${page} from constants`, (k) => `/constant${pagePath(page, subjects, k)}`);
    get(page, (k) => pagePath(page, subjects, k));
  }
  works.set("autosave", autosaving(scene, agent, subjects.drafts));
  return works;
}

type Clocks = () => { app: number; database: number };

/** CPU so far, of the app (or of `app`, where the work is not done there) and of the database. */
const clocksOf =
  ({ app, database }: Scene, appCpu = () => cpuMs(app.pid)): Clocks =>
  () => ({ app: appCpu(), database: cpuMs(database) });

async function costOf(
  scene: Scene,
  concurrency: number,
  limits: Limits,
  work: Work,
  clocks = clocksOf(scene),
): Promise<Cost> {
  const before = clocks();
  const load = await measure(concurrency, limits, work);
  const after = clocks();
  return {
    ...load,
    appMs: (after.app - before.app) / load.requests,
    databaseMs: (after.database - before.database) / load.requests,
  };
}

/** Each task alone, in turn with the others. */
async function costsInTurn(tasks: readonly Task[]): Promise<Map<Task, Cost>> {
  const spent = new Map(tasks.map((task) => [task, { appMs: 0, databaseMs: 0 }]));
  const turns = new Map(tasks.map((task) => [task, () => task.work(0)]));
  const loads = await measureInTurn(LIMITS, turns, (task) => {
    const clocks = clocksOf(task.place.scene);
    const before = clocks();
    return () => {
      const sum = spent.get(task);
      if (!sum) return;
      const after = clocks();
      sum.appMs += after.app - before.app;
      sum.databaseMs += after.database - before.database;
    };
  });
  return new Map(
    [...loads].map(([task, load]) => {
      const { appMs = Number.NaN, databaseMs = Number.NaN } = spent.get(task) ?? {};
      return [task, { ...load, appMs: appMs / load.requests, databaseMs: databaseMs / load.requests }];
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

/**
 * In this process, through the function that the screen's action calls after it has checked the password. The sizes take
 * turns of some visits each, since this process asks one database at a time.
 */
async function signing(places: readonly Place[]): Promise<Map<Place, Figure>> {
  const ownCpu = () => process.cpuUsage().user / 1_000 + process.cpuUsage().system / 1_000;
  const turns = new Map(places.map((place) => [place, { waiting: [...place.subjects.toSign], alone: [] as Cost[] }]));
  const sign = async (place: Place, concurrency: number, requests: number) => {
    await askAt(place.scene.databaseUrl);
    const next = async () => {
      const draft = turns.get(place)?.waiting.shift();
      if (!draft) throw new Error("no visit left to sign");
      await signDraft(place.scene.actor, draft);
    };
    // What opens connections and prepares statements is not what is measured.
    await Promise.all(Array.from({ length: concurrency }, next));
    const limits = { requests, seconds: 60 };
    return costOf(place.scene, concurrency, limits, next, clocksOf(place.scene, ownCpu));
  };
  for (let turn = 0; turn < SIGNING_TURNS; turn += 1) {
    for (const [place, { alone }] of turns) alone.push(await sign(place, 1, SIGNED_A_TURN));
  }
  const figures = new Map<Place, Figure>();
  for (const [place, { alone }] of turns) {
    figures.set(place, { one: together(alone), many: await sign(place, CONCURRENCY, SIGNED_TOGETHER) });
  }
  return figures;
}

function together(costs: readonly Cost[]): Cost {
  const load = loadOf(
    costs.flatMap(({ taken }) => taken),
    costs.reduce((sum, { failed }) => sum + failed, 0),
    costs.reduce((sum, { requests, perSecond }) => sum + requests / perSecond, 0),
  );
  const mean = (of: "appMs" | "databaseMs") =>
    costs.reduce((sum, cost) => sum + cost[of] * cost.requests, 0) / load.requests;
  return { ...load, appMs: mean("appMs"), databaseMs: mean("databaseMs") };
}

/** Connections that are open end; the next transaction of this process goes to `url`. */
export async function askAt(url: string): Promise<void> {
  await closeDatabase();
  // They are read once.
  environment().DATABASE_URL = url;
}
