/** The nonce of the response being made, as proxy.ts wrote it into the policy; Next takes it from there for its scripts. */
import "server-only";
import { headers } from "next/headers";

export async function responseNonce(): Promise<string | undefined> {
  return /'nonce-([^']+)'/.exec((await headers()).get("content-security-policy") ?? "")?.[1];
}
