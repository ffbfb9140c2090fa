/** What may be done with a signed visit, each act a button: Amend, Void, Co-sign, Return. */
"use client";

import type { Phase } from "@/domain/vocabulary/phases";
import text from "@/messages/en/record.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import { AmendVisit } from "./amend-visit";
import { SignedAct } from "./signed-act";
import type { ActOutcome } from "./visit-data";

/** The acts that leave the browser; the route passes its server actions. */
export type RecordActions = {
  amend: (
    visitId: string,
    change: { path: string; new: unknown },
    reason: string,
    password: string,
  ) => Promise<ActOutcome>;
  void: (visitId: string, reason: string, password: string) => Promise<ActOutcome>;
  coSign: (visitId: string, password: string) => Promise<ActOutcome>;
  return: (visitId: string, reason: string, password: string) => Promise<ActOutcome>;
};

export function RecordActs({
  visitId,
  amendable,
  mayAmend,
  mayVoid,
  waiting,
  actions,
}: {
  visitId: string;
  amendable: { path: string; value: unknown }[];
  mayAmend: boolean;
  mayVoid: boolean;
  waiting: { mayCosign: boolean; proposal: { from: Phase; to: Phase } | null } | null;
  actions: RecordActions;
}) {
  const moves = waiting?.proposal;
  return (
    <>
      {mayVoid ? (
        <SignedAct words={text.void} act={(reason, password) => actions.void(visitId, reason, password)} />
      ) : null}
      {mayAmend ? (
        <AmendVisit
          recorded={amendable}
          act={(change, reason, password) => actions.amend(visitId, change, reason, password)}
        />
      ) : null}
      {waiting?.mayCosign ? (
        <>
          <SignedAct words={text.return} act={(reason, password) => actions.return(visitId, reason, password)} />
          <SignedAct
            words={text.cosign}
            asksReason={false}
            primary
            act={(_, password) => actions.coSign(visitId, password)}
          >
            <p>
              {moves
                ? fill(text.cosign.moves, { from: status.phase[moves.from], to: status.phase[moves.to] })
                : text.cosign.keeps}
            </p>
          </SignedAct>
        </>
      ) : null}
    </>
  );
}
