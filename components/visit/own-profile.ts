/** The first rows chosen for a draft: kept on this device over a reload, for whoever chose them alone. */
"use client";

import { useEffect, useState } from "react";
import { PROFILES, type Profile } from "@/domain/visit/profiles";
import { useDraft } from "./use-draft";

const keyOf = (membershipId: string): string => `counterpoise.profiles.${membershipId}`;
/** Drafts that are done with fall out by themselves. */
const KEPT = 20;

type Chosen = readonly [visitId: string, profile: string];

function readChosen(membershipId: string): Chosen[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(membershipId)) ?? "[]") as Chosen[];
  } catch {
    return [];
  }
}

/** `usual`: what the episode's state asks for, until another one is chosen. */
export function useOwnProfile(usual: Profile): [Profile, (next: Profile) => void] {
  const { data } = useDraft();
  const { visitId, owner } = data;
  const { membershipId } = owner;
  const [profile, setProfile] = useState(usual);
  useEffect(() => {
    const chosen = readChosen(membershipId).find(([id]) => id === visitId)?.[1];
    const known = PROFILES.find((each) => each === chosen);
    if (known !== undefined) setProfile(known);
  }, [membershipId, visitId]);
  function choose(next: Profile) {
    setProfile(next);
    const others = readChosen(membershipId).filter(([id]) => id !== visitId);
    try {
      localStorage.setItem(keyOf(membershipId), JSON.stringify([[visitId, next], ...others].slice(0, KEPT)));
    } catch {
      // A browser that keeps nothing has it until the page goes.
    }
  }
  return [profile, choose];
}
