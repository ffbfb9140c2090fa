/** What may be done with a signed visit, each act a button: Amend, Void, Co-sign, Return. */
"use client";

import type { Owner } from "@/components/outbox/device-store";
import type { Proof } from "@/domain/confirmation";
import type { Phase } from "@/domain/vocabulary/phases";
import text from "@/messages/en/record.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import { AmendVisit, type FieldChange } from "./amend-visit";
import { SignedAct } from "./signed-act";
import type { ActOutcome } from "./visit-data";

/** The acts that leave the browser; the route passes its server actions. */
export type RecordActions = {
  amend: (visitId: string, changes: FieldChange[], reason: string, proof: Proof) => Promise<ActOutcome>;
  void: (visitId: string, reason: string, proof: Proof) => Promise<ActOutcome>;
  coSign: (visitId: string, proof: Proof) => Promise<ActOutcome>;
  return: (visitId: string, reason: string, proof: Proof) => Promise<ActOutcome>;
};

export function RecordActs({
  owner,
  visitId,
  isContact = false,
  amendable,
  mayAmend,
  mayVoid,
  waiting,
  actions,
}: {
  owner: Owner;
  visitId: string;
  isContact?: boolean;
  amendable: { path: string; value: unknown }[];
  mayAmend: boolean;
  mayVoid: boolean;
  waiting: { mayCosign: boolean; proposal: { from: Phase; to: Phase } | null } | null;
  actions: RecordActions;
}) {
  const moves = waiting?.proposal;
  const placeOf = (of: string) => ({ ...owner, visitId, of });
  return (
    <>
      {mayVoid ? (
        <SignedAct
          words={text.void}
          reasonAt={placeOf("void")}
          act={(reason, proof) => actions.void(visitId, reason, proof)}
        />
      ) : null}
      {mayAmend ? (
        <AmendVisit
          recorded={amendable}
          isContact={isContact}
          placeOf={placeOf}
          act={(changes, reason, proof) => actions.amend(visitId, changes, reason, proof)}
        />
      ) : null}
      {waiting?.mayCosign ? (
        <>
          <SignedAct
            words={text.return}
            reasonAt={placeOf("return")}
            act={(reason, proof) => actions.return(visitId, reason, proof)}
          />
          <SignedAct
            words={text.cosign}
            asksReason={false}
            reasonAt={placeOf("cosign")}
            primary
            act={(_, proof) => actions.coSign(visitId, proof)}
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
