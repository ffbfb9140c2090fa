import { expect, test } from "vitest";
import { keepingTyped } from "@/components/shell/use-kept-form";
import { DatabaseBusyError } from "@/db/unavailable";
import en from "@/messages/en/error.json";
import { type FormState, IDLE } from "./form-state";
import { refusedForm } from "./use-form-action";

const typed = new FormData();
typed.set("text", "Heel slides, twice a day.");
typed.set("password", "never given back");

/** All that reaches the browser of what an action threw. */
const thrown = (digest: string | undefined) => Object.assign(new Error("in production nothing is said"), { digest });
const send = (action: () => Promise<FormState>) =>
  keepingTyped<FormState>(action, refusedForm, () => en.busy.notSaved)(IDLE, typed);

test("a busy database answers in the form, beside what was typed, and is asked once", async () => {
  let asked = 0;
  const busy = async () => {
    asked += 1;
    throw thrown(new DatabaseBusyError("no connection").digest);
  };
  expect(await send(busy)).toEqual({
    status: "refused",
    message: en.busy.notSaved,
    values: { text: "Heel slides, twice a day." },
  });
  expect(asked).toBe(1);
});

test("what was saved, a redirect and a mistake of ours go their own ways", async () => {
  expect(await send(async () => ({ status: "done" }))).toEqual({ status: "done" });
  for (const digest of ["NEXT_REDIRECT;push;/caseload;303;", "4711", undefined]) {
    const error = thrown(digest);
    await expect(
      send(async () => {
        throw error;
      }),
    ).rejects.toBe(error);
  }
});
