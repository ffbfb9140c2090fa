/** The live rail: what today's entries say, from the same functions that run at signing. */
"use client";

import { ShieldAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { PullPart } from "@/components/figure/pull-figure-input";
import { PullFigureInput } from "@/components/figure/pull-figure-input";
import { type MuscleFinding, PULL_SIDES, type PullSide } from "@/components/figure/pull-words";
import { Banner } from "@/components/ui/banner";
import { SegmentedRadio } from "@/components/ui/segmented-radio";
import type { NextBestTest } from "@/domain/progress/next-best-test";
import { type FlagId, flagById, isBlocking } from "@/domain/vocabulary/flags";
import status from "@/messages/en/status.json";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { thingName } from "@/messages/reason-words";
import { safetyCodes } from "./assessment-codes";
import { DerivedValues } from "./derived-values";
import { goToSection } from "./go-to";
import { NoticeList } from "./notice-list";
import { fetchOnce } from "./on-demand";
import { RailGate } from "./rail-gate";
import { RailPattern } from "./rail-pattern";
import { useDraft, useIsBehind, useJudged } from "./use-draft";

const leading = fetchOnce(() => import("./lead-to-test"));

/** Any of the tests of hamstring strength counts as one. */
const TESTS: Readonly<Record<string, string>> = text.tests;

export function Rail({ beside }: { beside?: ReactNode }) {
  const { data } = useDraft();
  const judged = useJudged((judgement) => judgement.judged);
  const isBehind = useIsBehind();
  return (
    <aside aria-label={text.rail.label} className="grid min-w-0 grid-cols-1 content-start gap-3 p-4">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-card">{text.rail.title}</h2>
        <span className="text-caption text-muted">{text.rail.from}</span>
      </div>
      {beside}
      {data.ruleSetAdopted ? null : <Banner tone="warn">{text.rail.notAdopted}</Banner>}
      {isBehind ? (
        <Banner tone="warn" role="alert">
          {text.rail.behind}
        </Banner>
      ) : null}
      {judged === null ? (
        <p className="text-secondary text-muted">{text.rail.outside}</p>
      ) : (
        <>
          <Safety />
          <Figure />
          <RailPattern />
          <DerivedValues {...judged.assessment} />
          <RailGate />
          <Notices />
          <NextTest />
          <p className="text-caption text-muted">{sexNote(data.patient.sex)}</p>
        </>
      )}
    </aside>
  );
}

const sexNote = (sex: string): string => (sex === "X" ? text.rail.sexX : "");

/** A block hides pattern and exercises and shows where to send the patient. */
function Safety() {
  const flags = useJudged(({ judged }) => judged?.assessment.safety.flags.join(" ") ?? "");
  const level = useJudged(({ judged }) => judged?.assessment.safety.level ?? "none");
  const phase = useJudged(({ judged }) => judged?.assessment.phase_after ?? "none");
  const ids = flags === "" ? [] : (flags.split(" ") as FlagId[]);
  const blocking = ids.filter((flag) => isBlocking(flagById(flag)));
  return (
    <div
      role={blocking.length > 0 ? "alert" : undefined}
      className="grid gap-2 empty:hidden"
      {...safetyCodes({ level, flags: ids })}
    >
      {ids.length === 0 && phase === "hold" ? (
        <Banner tone="bad">
          {text.rail.stillHeld} <ReferralLink />
        </Banner>
      ) : null}
      {blocking.map((flag) => (
        <Banner key={flag} tone="bad" title={`${text.rail.hold} ${flagById(flag).name}.`}>
          {flagById(flag).action}. {text.rail.noExercises} <ReferralLink />
        </Banner>
      ))}
      {ids
        .filter((flag) => !blocking.includes(flag))
        .map((flag) => (
          <Banner key={flag} tone="warn" icon={ShieldAlert} title={`${flagById(flag).name}.`}>
            {flagById(flag).action}
          </Banner>
        ))}
    </div>
  );
}

/** In a tab of its own: the visit stays open as it is. */
export function ReferralLink() {
  const { data, sync } = useDraft();
  return (
    <a
      href={`/visits/${data.visitId}/referral`}
      target="_blank"
      rel="noreferrer"
      // What was typed goes ahead, so that the letter holds it.
      onClick={() => void sync.flush()}
      className="font-strong underline max-sm:inline-block max-sm:min-h-11"
    >
      {text.rail.referral}
    </a>
  );
}

function Figure() {
  const [side, setSide] = useState<PullSide>("worse");
  const figures = useJudged((judgement) => judgement.figures);
  if (figures === null) return null;
  const drawn: Partial<Record<PullPart, MuscleFinding>> = figures.worse.muscles;
  const choose = (part: PullPart) =>
    leading.fetch().then(
      ({ leadToPlaces, placesOfPart }) => leadToPlaces(placesOfPart(part, side, drawn[part]?.side)),
      () => goToSection("signs"),
    );
  return (
    <div>
      <SegmentedRadio<PullSide>
        label={text.rail.figureSide}
        size="grid"
        clearable={false}
        options={PULL_SIDES.map((value) => ({ value, label: text.rail.sides[value] }))}
        value={side}
        onChange={(next) => setSide(next ?? "worse")}
      />
      <PullFigureInput {...figures[side]} labels="short" k={0.7} w={340} onChoose={choose} />
    </div>
  );
}

function Notices() {
  const { data } = useDraft();
  const notices = useJudged(({ judged }) => judged?.assessment.notices.join(" ") ?? "");
  const warnings = useJudged(({ judged }) => judged?.assessment.warnings.join(" ") ?? "");
  // No phase moves at a late entry: no plan is waited for either.
  const said = split(notices).filter((code) => data.later === null || !code.startsWith("assign_plan:"));
  if (said.length === 0 && warnings === "") return null;
  return (
    <section aria-labelledby="rail-notices" className="border-t border-line pt-3">
      <h3 id="rail-notices" className="text-secondary font-bold">
        {text.rail.notices}
      </h3>
      <NoticeList notices={said} warnings={split(warnings)} dayZero={data.judging.context.day_zero} />
    </section>
  );
}

const split = (codes: string): string[] => codes.split(" ").filter((code) => code !== "");

/** The one test that could change the decision; pressing it goes there. */
function NextTest() {
  const { sync, live } = useDraft();
  const test = useJudged((judgement) => judgement.nextTest);
  if (test === null) return null;
  function lead(to: NextBestTest) {
    const pattern = live.current.judged?.assessment.pattern ?? null;
    const strained = (["L", "R"] as const).filter((side) => pattern !== null && pattern[side].strain !== "no");
    leading.fetch().then(
      ({ leadToPlaces, placesOfTest }) =>
        leadToPlaces(placesOfTest(to, { value: (path) => sync.fields.value(path), strained })),
      () => goToSection("measures"),
    );
  }
  const where = test.side === "L" || test.side === "R" ? ` ${test.side}` : "";
  return (
    <section aria-labelledby="rail-next" className="border-t border-line pt-3">
      <h3 id="rail-next" className="text-secondary font-bold">
        {text.rail.nextTest}
      </h3>
      <p className="text-secondary">
        <button
          type="button"
          className="font-strong text-brand-ink underline max-sm:min-h-11"
          onClick={() => lead(test)}
        >
          {TESTS[test.test] ?? thingName(test.test)}
          {where}
        </button>{" "}
        <span className="text-muted">{text.rail.because[test.because]}</span>
      </p>
    </section>
  );
}

/** Phase and gate in a line, for narrow screens' footer. */
export function useRailLine(): string {
  const { data } = useDraft();
  return useJudged(({ judged }) => {
    if (!judged) return "";
    const { gate, phase_before, phase_after } = judged.assessment;
    return gate === null
      ? status.phase[data.later === null ? phase_after : phase_before]
      : fill(text.decision.gate, { gate: gate.id, status: status.gate[gate.status].toLowerCase() });
  });
}
