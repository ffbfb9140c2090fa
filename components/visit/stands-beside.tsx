/** What a draft meets beside its own fields: signed visits it is dated before, blocks of visits nobody has signed yet. */
import { Banner } from "@/components/ui/banner";
import { flagById } from "@/domain/vocabulary/flags";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import type { VisitData } from "./visit-data";

const words = parts.beside;

export function StandsBeside({ later, blocks }: Pick<VisitData, "later" | "blocks">) {
  return (
    <>
      {blocks.map(({ flag, by, at }) => (
        <Banner key={`${flag} ${at}`} tone="bad" role="alert" title={fill(words.held, { flag: flagById(flag).name })}>
          {fill(words.block, { name: by, at })}
        </Banner>
      ))}
      {later === null ? null : <Banner tone="warn">{fill(words.late, { visit: later })}</Banner>}
    </>
  );
}
