/** A form whose action the database was too busy for: it stays as it was typed and says so; nothing is sent again by itself. */
"use client";

import { useActionState } from "react";
import { isBusyDatabase } from "./error-screen";
import { errorWords } from "./error-words";

type Action<State> = (state: Awaited<State>, form: FormData) => Promise<State>;
type Refuse<State> = (message: string, form: FormData) => Awaited<State>;

/** As React's useActionState; `refuse` makes the state of a form that was not saved. */
export function useKeptForm<State>(action: Action<State>, initial: Awaited<State>, refuse: Refuse<State>) {
  // The server renders the action itself, so that a form also works before its script has come.
  const kept = typeof window === "undefined" ? action : keepingTyped(action, refuse, () => errorWords().busy.notSaved);
  return useActionState<State, FormData>(kept, initial);
}

/** Any other failure goes on to the error screen, and a redirect to its page. */
export function keepingTyped<State>(action: Action<State>, refuse: Refuse<State>, words: () => string): Action<State> {
  return async (state, form) => {
    try {
      return await action(state, form);
    } catch (error) {
      if (!isBusyDatabase(error)) throw error;
      return refuse(words(), form);
    }
  };
}
