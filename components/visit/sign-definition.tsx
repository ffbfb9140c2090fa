/** What a sign is: fetched when its row is opened. */
import { SIGN_GUIDES } from "@/domain/vocabulary/sign-guides";
import type { SignId } from "@/domain/vocabulary/signs";

export function SignDefinition({ id }: { id: SignId }) {
  const { definition, examination } = SIGN_GUIDES[id];
  return (
    <>
      <p className="mt-1 text-caption text-ink-2">{definition}</p>
      <p className="mt-1 text-caption text-ink-2">{examination}</p>
    </>
  );
}
