/** When the pool is exhausted or the database is away, a request that fails for it is answered 503 and told when to retry. */
import { channel } from "node:diagnostics_channel";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { anActor } from "@/db/testing/clinic";
import { testDatabase } from "@/db/testing/database";
import { OTHER_LOGIN_CHANNEL } from "@/domain/page-login";
import { answerKnownFailures } from "./busy-answer";

const testing = testDatabase();
let database: Database;
let server: Server;
let address: string;

/** As Next does: an uncaught error sets 500 and no more is known of it. */
const pages: Record<string, () => Promise<unknown>> = {
  "/chart": () => database.transaction(anActor(), async () => null),
  "/other-login": async () => {
    channel(OTHER_LOGIN_CHANNEL).publish({});
    throw new Error("of another login");
  },
  "/broken": async () => {
    throw new Error("a mistake of ours");
  },
  "/caught": () => pages["/chart"]!().catch(() => null),
};

beforeAll(async () => {
  if (!process.env.DATABASE_URL) return;
  answerKnownFailures();
  database = openDatabase(testing.target, { size: 1, waitMs: 100 });
  server = createServer((request, response) => {
    pages[request.url ?? ""]?.().then(
      () => {
        response.end();
      },
      () => {
        response.statusCode = 500;
        response.end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server?.close();
  await database?.close();
});

const answerOf = async (path: string) => {
  const answer = await fetch(address + path);
  return [answer.status, answer.headers.get("retry-after")];
};

test("exhausted: 503 while every connection is lent, 200 afterwards; a mistake stays a 500", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const holding = database.transaction(anActor(), () => held);
  expect(await answerOf("/chart")).toEqual([503, "2"]);
  expect(await answerOf("/broken")).toEqual([500, null]);
  expect(await answerOf("/caught")).toEqual([200, null]);
  release();
  await holding;
  expect(await answerOf("/chart")).toEqual([200, null]);
});

test("an action of a page that was rendered for another login: 409", async () => {
  expect(await answerOf("/other-login")).toEqual([409, null]);
});

test("away: 503", async () => {
  await database.close();
  expect(await answerOf("/chart")).toEqual([503, "2"]);
});
