/** What a sign is: fetched when its row is opened. */
import { SIGN_GUIDES } from "@/domain/vocabulary/sign-guides";
import type { SignId } from "@/domain/vocabulary/signs";

export function SignDefinition({ id }: { id: SignId }) {
  return <p className="mt-1 text-caption text-ink-2">{SIGN_GUIDES[id].definition}</p>;
}
