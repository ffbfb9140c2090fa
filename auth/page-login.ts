/**
 * The one place where a page that was rendered for another clinic or person is refused: one browser has one login, and
 * a form that stands open in another tab must not be written into the clinic that is in use by now.
 */
import "server-only";
import { channel } from "node:diagnostics_channel";
import { headers } from "next/headers";
import type { Actor } from "@/db/scope";
import { ACTION_HEADER, OTHER_LOGIN_CHANNEL, PAGE_LOGIN_HEADER } from "@/domain/page-login";

const refusals = channel(OTHER_LOGIN_CHANNEL);

/** Nothing was read or written; the browser keeps what was typed and asks for the login back. */
export class OtherLoginError extends Error {
  override readonly name = "OtherLoginError";
}

/** Reading a page is never refused, nor what carries no name of a login (signing in, a clinic's tablet). */
export async function refusePageOfOther({ membershipId }: Pick<Actor, "membershipId">): Promise<void> {
  const sent = await headers();
  if (!sent.has(ACTION_HEADER)) return;
  const rendered = sent.get(PAGE_LOGIN_HEADER);
  if (rendered === null || rendered === membershipId) return;
  refusals.publish({ membershipId });
  throw new OtherLoginError("the page was rendered for another login");
}
