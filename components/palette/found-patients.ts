/** Patients for what is typed: asked once the typing pauses, and only the newest answer counts. */
import { useEffect, useState } from "react";
import { dayText } from "@/components/chart/value-text";
import type { CalendarDay } from "@/domain/calendar-day";
import text from "@/messages/en/palette.json";
import { fill } from "@/messages/fill";
import type { Choice } from "./choice";

const PAUSE_MS = 150;

type Patient = { patientId: string; name: string; number: string; birthDate: CalendarDay; isOpen: boolean };
export type Found = { choices: Choice[]; state: "idle" | "searching" | "failed" | "signed_out" };

/** `patientId`: whose chart is open; offered while nothing is typed. */
export function useFoundPatients(typed: string, patientId: string | null): Found {
  const [found, setFound] = useState<Found>({ choices: [], state: "idle" });
  const query =
    typed.trim() === "" ? (patientId === null ? null : `id=${patientId}`) : `q=${encodeURIComponent(typed)}`;
  useEffect(() => {
    if (query === null) {
      setFound({ choices: [], state: "idle" });
      return;
    }
    const abort = new AbortController();
    setFound((before) => ({ ...before, state: "searching" }));
    const timer = setTimeout(() => {
      void search(query, abort.signal).then((next) => {
        if (!abort.signal.aborted) setFound(next);
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);
  return found;
}

async function search(query: string, signal: AbortSignal): Promise<Found> {
  try {
    const response = await fetch(`/api/patients?${query}`, { signal });
    if (response.status === 401) return { choices: [], state: "signed_out" };
    if (!response.ok) return { choices: [], state: "failed" };
    const { patients } = (await response.json()) as { patients: Patient[] };
    return { choices: patients.flatMap(choicesOf), state: "idle" };
  } catch {
    return { choices: [], state: "failed" };
  }
}

function choicesOf({ patientId, name, number, birthDate, isOpen }: Patient): Choice[] {
  const detail = fill(text.born, { number, date: dayText(birthDate) });
  const chart: Choice = {
    key: `chart ${patientId}`,
    group: "patients",
    label: name,
    detail,
    act: { kind: "open", href: `/patients/${patientId}` },
  };
  if (!isOpen) return [chart];
  const label = fill(text.newVisit, { name });
  return [chart, { key: `visit ${patientId}`, group: "visits", label, detail, act: { kind: "visit", patientId } }];
}
