/** Where what was typed is: on the server since when, on this device, or refused, each with a way out. */
"use client";

import { CloudCheck, CloudOff, CloudUpload, HardDrive } from "lucide-react";
import Link from "next/link";
import { timeText } from "@/components/chart/value-text";
import { Button } from "@/components/ui/button";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { goToField } from "./go-to";
import { OnDemand, partOf } from "./on-demand";
import { useDraft, useSyncState } from "./use-draft";

/** Fetched when a login has ended, which the server has just said: there is a network. */
export const signInAgain = partOf(async () => (await import("./sign-in-again")).SignInAgain, { quiet: true });

const NOT_SAVED: Readonly<Record<string, string>> = text.save.notSaved;

export function SaveState() {
  const { sync, data } = useDraft();
  const state = useSyncState();
  const words = text.save;
  const look = "flex items-center gap-2 text-secondary";
  if (state.kind === "saved") {
    return (
      <p role="status" className={look}>
        <CloudCheck aria-hidden size={16} />
        {state.at === null ? words.saved : fill(words.savedAt, { time: timeText(state.at, data.timeZone) })}
      </p>
    );
  }
  if (state.kind === "saving") {
    return (
      <p role="status" className={`${look} text-muted`}>
        <CloudUpload aria-hidden size={16} />
        {words.saving}
      </p>
    );
  }
  if (state.kind === "on_device") {
    return (
      <p role="status" className={`${look} text-warn`}>
        <HardDrive aria-hidden size={16} />
        {sync.keepsOnDevice ? words.onDevice[state.why] : words.onlyHere}
        {state.why === "other_session" ? (
          <Link href="/sign-in" target="_blank" prefetch={false} className="font-strong underline">
            {words.changeLogin}
          </Link>
        ) : null}
        {state.why === "signed_out" ? (
          <OnDemand part={signInAgain} onSignedIn={() => void sync.flush()} />
        ) : (
          <Button size="sm" onClick={() => void sync.flush()}>
            {words.retry}
          </Button>
        )}
      </p>
    );
  }
  return (
    <p role="alert" className={`${look} text-bad`}>
      <CloudOff aria-hidden size={16} />
      {fill(words.failed, { why: NOT_SAVED[state.why] ?? state.why })}
      {state.why === "conflict" ? null : state.why === "rejected" ? (
        <Button size="sm" onClick={() => goToField(sync.fields.rejections[0] ?? "")}>
          {words.toField}
        </Button>
      ) : (
        <Button size="sm" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      )}
    </p>
  );
}
