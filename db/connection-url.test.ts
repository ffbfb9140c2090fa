/** Database URLs mean here what they mean to libpq. */
import { expect, test } from "vitest";
import { connectionOf, socketUrl } from "@/db/connection-url";

test("a folder as host is a Unix socket, and is not sent to the server as a setting", () => {
  const [url, options] = connectionOf("postgres://me@localhost:5433/db?host=%2Frun%2Fpg&application_name=x", {
    max: 1,
  });
  expect(url).toBe("postgres://me@localhost:5433/db?application_name=x");
  expect(options).toEqual({ max: 1, path: "/run/pg/.s.PGSQL.5433" });
});

test("folders with spaces and signs survive the way through a URL", () => {
  const [, { path }] = connectionOf(socketUrl("/srv/Ann's practice/50%"), {});
  expect(path).toBe("/srv/Ann's practice/50%/.s.PGSQL.5432");
});

test("any other URL is left as it is", () => {
  const url = "postgres://me:p%40ss@db.example:5432/clinic?sslmode=require";
  expect(connectionOf(url, { max: 1 })).toEqual([url, { max: 1 }]);
});
