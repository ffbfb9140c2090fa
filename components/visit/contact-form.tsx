/** A call or message in twenty seconds: channel, summary, what was advised; red flags and clearances act from here too. */
"use client";

import { useEffect } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { SegmentedRadio } from "@/components/ui/segmented-radio";
import type { DraftValue } from "@/domain/visit/field-values";
import { type ContactText, draftPath } from "@/domain/visit/fields";
import { CONTACT } from "@/domain/vocabulary/contacts";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { FieldNotes } from "./field-notes";
import { goToSection } from "./go-to";
import { HoldEvents } from "./hold-events";
import { Precautions } from "./precautions";
import { Screening } from "./screening";
import { Section } from "./section";
import { ProseField } from "./text-field";
import { useField } from "./use-draft";

type Channel = DraftValue<"channel">;
const CHANNELS = CONTACT.kinds.filter((kind): kind is Channel => kind !== "visit");

export function ContactForm() {
  // The form comes after the page's keys, which find nothing to begin in.
  useEffect(() => {
    if (document.activeElement === document.body) goToSection("since_last", false);
  }, []);
  return (
    <>
      <Section id="since_last" title={text.sections.contact}>
        <div className="grid gap-3">
          <div className="flex flex-wrap gap-x-6 gap-y-3">
            <ChannelChoice />
            <Direction />
          </div>
          <ContactField of="summary" rows={3} />
          <div className="grid gap-3 md:grid-cols-2">
            <ContactField of="advice" rows={1} />
            <ContactField of="next_step" rows={1} />
            <ContactField of="who" rows={1} />
            <ContactField of="when" rows={1} />
          </div>
          <RedFlagsAsked />
        </div>
      </Section>
      <Screening />
      <Precautions />
      <HoldEvents />
    </>
  );
}

function ChannelChoice() {
  const path = draftPath.contact("channel");
  const [value, set] = useField<"channel">(path);
  return (
    <div data-path={path}>
      <p className="mb-1 text-secondary font-bold">{parts.contact.channel}</p>
      <SegmentedRadio<Channel>
        label={parts.contact.channel}
        options={CHANNELS.map((channel) => ({ value: channel, label: parts.contact.channels[channel] }))}
        value={value}
        onChange={set}
        className="flex-wrap"
      />
      <FieldNotes path={path} />
    </div>
  );
}

function Direction() {
  const path = draftPath.contact("direction");
  const [value, set] = useField<"direction">(path);
  return (
    <div data-path={path}>
      <p className="mb-1 text-secondary font-bold">{parts.contact.direction}</p>
      <SegmentedRadio
        label={parts.contact.direction}
        options={CONTACT.direction.map((each) => ({ value: each, label: parts.contact.directions[each] }))}
        value={value}
        onChange={set}
      />
      <FieldNotes path={path} />
    </div>
  );
}

function RedFlagsAsked() {
  const path = draftPath.contact("red_flag_questions_asked");
  const [value, set] = useField<"red_flag_questions_asked">(path);
  return (
    <div data-path={path}>
      <Checkbox
        name={path}
        label={parts.contact.asked}
        checked={value === true}
        onChange={(on) => set(on ? true : null)}
      />
      <FieldNotes path={path} />
    </div>
  );
}

function ContactField({ of, rows }: { of: ContactText; rows?: number }) {
  return <ProseField path={draftPath.contact(of)} label={parts.contact[of]} rows={rows} />;
}
