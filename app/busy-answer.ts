/**
 * Next answers every failure with 500. Where the database could not answer, a page, action or route answers 503 with
 * Retry-After; where an action's page was rendered for another login, 409.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { DATABASE_UNAVAILABLE_CHANNEL } from "@/db/unavailable";
import { OTHER_LOGIN_CHANNEL } from "@/domain/page-login";

const RETRY_AFTER_SECONDS = "2";

const answering = new AsyncLocalStorage<ServerResponse>();

/** Once per process: the response of each request is at hand wherever its database work fails. */
export function answerKnownFailures(): void {
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    answering.enterWith(response);
  });
  subscribe(DATABASE_UNAVAILABLE_CHANNEL, () => failAs(503, { "Retry-After": RETRY_AFTER_SECONDS }));
  subscribe(OTHER_LOGIN_CHANNEL, () => failAs(409));
}

/** A failure that somebody caught and answered otherwise stays what it is. */
function failAs(failure: number, headers: Record<string, string> = {}): void {
  const response = answering.getStore();
  if (!response || response.headersSent) return;
  let status = response.statusCode;
  Object.defineProperty(response, "statusCode", {
    configurable: true,
    get: () => status,
    set: (code: number) => {
      status = code === 500 ? failure : code;
      if (status !== failure || response.headersSent) return;
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    },
  });
}
