/** Every action says which login its page was rendered for; one that the server refuses for it waits here until that login is back. */
import { ACTION_HEADER, PAGE_LOGIN_HEADER } from "@/domain/page-login";

/** The server's word for it: nothing else answers an action so. */
const OTHER_LOGIN = 409;

/** `onRefused` hears of each refusal. The answer takes the guard off again. */
export function guardActions(membershipId: string, onRefused: () => void): () => void {
  const { fetch: send } = window;
  window.fetch = async (input, init) => {
    if (init?.method !== "POST") return send(input, init);
    const headers = new Headers(init.headers);
    if (!headers.has(ACTION_HEADER)) return send(input, init);
    headers.set(PAGE_LOGIN_HEADER, membershipId);
    for (;;) {
      const answer = await send(input, { ...init, headers });
      if (answer.status !== OTHER_LOGIN) return answer;
      // The form goes on waiting with all that was typed; what it asked for is asked for again, not by a second press.
      onRefused();
      await loginMayBeBack();
    }
  };
  return () => {
    window.fetch = send;
  };
}

/** Another tab was loaded in another login, or this one is looked at again: the server knows. */
function loginMayBeBack(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState !== "visible") return;
      window.removeEventListener("storage", look);
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    window.addEventListener("storage", look);
    document.addEventListener("visibilitychange", look);
  });
}
