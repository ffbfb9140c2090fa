/** The nonce of the response being made, as proxy.ts wrote it into the policy; Next takes it from there for its scripts. */
import "server-only";
import { headers } from "next/headers";

export async function responseNonce(): Promise<string | undefined> {
  return nonceOf(await headers());
}

/** Of a request or a response that carries a policy; undefined without one. */
export const nonceOf = (carrier: Pick<Headers, "get">): string | undefined =>
  /'nonce-([^']+)'/.exec(carrier.get("content-security-policy") ?? "")?.[1];
