/** Visit entry on one page: index, form and live rail, with save state and signing always in sight. */
"use client";

import type { ReactNode } from "react";
import { lastAttended } from "@/domain/attended";
import { profileOf } from "@/domain/visit/profiles";
import text from "@/messages/en/visit.json";
import { BodyAndNerves } from "./body-and-nerves";
import { Conflicts } from "./conflicts";
import { Decision } from "./decision";
import { Measures } from "./measures";
import { NextReview } from "./next-review";
import { OnDemand, partOf } from "./on-demand";
import { useOwnProfile } from "./own-profile";
import { Pain } from "./pain";
import { Precautions } from "./precautions";
import { Questionnaires } from "./questionnaires";
import { Rail } from "./rail";
import { Screening } from "./screening";
import { Section } from "./section";
import { SectionIndex } from "./section-index";
import { Shortcuts } from "./shortcuts";
import { Signs } from "./signs";
import { SinceLast } from "./since-last";
import { ProseField } from "./text-field";
import { Treatment } from "./treatment";
import { TypedAlone } from "./typed-alone";
import { DraftProvider, useDraft } from "./use-draft";
import type { VisitActs, VisitData } from "./visit-data";
import { VisitFooter } from "./visit-footer";
import { VisitHeader } from "./visit-header";

const contactForm = partOf(async () => (await import("./contact-form")).ContactForm);

/** @param beside what the visit meets beside its own fields: said above the rail and where something would be decided */
export function VisitScreen({ data, acts, beside }: { data: VisitData; acts: VisitActs; beside: ReactNode }) {
  return (
    // Another day is another judging context: the form opens anew, and the device gives back what it holds.
    <DraftProvider key={`${data.visitId} ${data.visitOn}`} data={data} acts={acts}>
      <div className="flex min-h-dvh min-w-0 flex-col">
        <VisitHeader />
        <div className="min-w-0 flex-1 md:grid md:grid-cols-[9.5rem_minmax(0,1fr)] xl:grid-cols-[9.5rem_minmax(0,1fr)_23rem]">
          <div className="min-w-0 bg-paper max-md:border-b max-md:border-line tall:max-md:sticky tall:max-md:top-13 tall:max-md:z-9 md:px-2 md:py-3">
            {/* Above what comes after it, or the browser composes each section apart, at every key. */}
            <div className="md:sticky md:top-16 md:z-1">
              <SectionIndex only={data.kind === "contact" ? ["since_last", "screening", "precautions"] : undefined} />
            </div>
          </div>
          <div className="grid min-w-0 content-start gap-2.5 px-4 py-3 md:px-1">
            <Conflicts />
            <Form beside={beside} />
          </div>
          <div
            id="visit-rail"
            className="scroll-mt-16 border-line bg-surface max-xl:col-span-full max-xl:border-t xl:border-l"
          >
            <div className="xl:sticky xl:top-13 xl:max-h-[calc(100dvh-7rem)] xl:overflow-y-auto">
              <Rail beside={beside} />
            </div>
          </div>
        </div>
        <VisitFooter />
        <Shortcuts />
        <TypedAlone />
      </div>
    </DraftProvider>
  );
}

function Form({ beside }: { beside: ReactNode }) {
  const { data } = useDraft();
  const last = lastAttended(data.earlier);
  const [profile, choose] = useOwnProfile(profileOf(data.judging.state.phase, last?.result ?? null));
  if (data.kind === "contact") return <OnDemand part={contactForm} />;
  return (
    <>
      <SinceLast />
      <Screening />
      <Precautions />
      <BodyAndNerves />
      <Pain />
      <Signs key={profile} profile={profile} />
      <Measures profile={profile} onProfile={choose} />
      <Questionnaires />
      {data.kind === "treatment" ? <Treatment /> : null}
      <Decision beside={beside} />
      <NextReview />
      <Section id="note">
        <ProseField path="note" label={text.sections.note} labelHidden rows={3} />
      </Section>
    </>
  );
}
