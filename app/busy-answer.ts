/** Answers 503 with Retry-After where a page, action or route failed because the database could not answer: Next knows 500 only. */
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { DATABASE_UNAVAILABLE_CHANNEL } from "@/db/unavailable";

const RETRY_AFTER_SECONDS = "2";

const answering = new AsyncLocalStorage<ServerResponse>();

/** Once per process: the response of each request is at hand wherever its database work fails. */
export function answerBusyWith503(): void {
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    answering.enterWith(response);
  });
  subscribe(DATABASE_UNAVAILABLE_CHANNEL, () => {
    const response = answering.getStore();
    if (response && !response.headersSent) turnInto503(response);
  });
}

/** A failure that somebody caught and answered otherwise stays what it is. */
function turnInto503(response: ServerResponse): void {
  let status = response.statusCode;
  Object.defineProperty(response, "statusCode", {
    configurable: true,
    get: () => status,
    set: (code: number) => {
      status = code === 500 ? 503 : code;
      if (status === 503 && !response.headersSent) response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    },
  });
}
