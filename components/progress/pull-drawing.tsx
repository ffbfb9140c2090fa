/** The pull figure in a card: with whole labels where there is room, small ones on a phone; drawn from its findings alone. */
"use client";

import { PullFigure } from "@/components/figure/pull-figure";
import type { PullFigureParams } from "@/components/figure/pull-words";

export function PullDrawing({ findings }: { findings: PullFigureParams }) {
  return (
    <>
      <div className="max-sm:hidden">
        <PullFigure {...findings} labels="full" w={390} />
      </div>
      <div className="sm:hidden">
        <PullFigure {...findings} labels="short" k={0.7} w={318} />
      </div>
    </>
  );
}
