/** What only a signed, a missed or a discarded visit shows: fetched where it is shown, so that no draft's form carries it. */
"use client";

import dynamic from "next/dynamic";

export const DidNotAttend = dynamic(async () => (await import("./did-not-attend")).DidNotAttend);
export const RecordActs = dynamic(async () => (await import("./record-acts")).RecordActs);
export const LeftBehind = dynamic(async () => (await import("./left-behind")).LeftBehind);
