import { connect } from "node:net";
import { expect, test } from "vitest";
import { reasonOf } from "./reason-of";

test("a database that nobody reaches is named by its addresses, not by an empty line", async () => {
  const refused = await new Promise((resolve) => {
    // Port 1 of this machine, under both of its addresses.
    connect({ host: "localhost", port: 1, lookup: (_host, _options, found) => found(null, BOTH) }).on("error", resolve);
  });
  expect(refused).toBeInstanceOf(AggregateError);
  expect((refused as AggregateError).message).toBe("");
  expect(reasonOf(refused)).toContain("127.0.0.1:1");
});

const BOTH = [
  { address: "127.0.0.1", family: 4 },
  { address: "127.0.0.2", family: 4 },
];

test("without a message its code stands for it, else its name", () => {
  expect(reasonOf(Object.assign(new Error(""), { code: "ENOENT" }))).toBe("ENOENT");
  expect(reasonOf(new TypeError(""))).toBe("TypeError");
  expect(reasonOf(new Error("password authentication failed"))).toBe("password authentication failed");
  expect(reasonOf("thrown text")).toBe("thrown text");
});
