/** What a signed visit holds, section by section; what was not recorded takes no room. */
import type { ReactNode } from "react";
import { dayText, unitMark, valueText } from "@/components/chart/value-text";
import type { VisitEntries } from "@/domain/visit/visit-entries";
import { bodyRegionById } from "@/domain/vocabulary/body-regions";
import { CONSENT_ITEMS } from "@/domain/vocabulary/consent";
import { EXERCISE_NAMES } from "@/domain/vocabulary/exercise-names";
import { flagById } from "@/domain/vocabulary/flags";
import { measureById } from "@/domain/vocabulary/measures";
import { NEUROLOGICAL_CELLS } from "@/domain/vocabulary/neurological-grid";
import { treatmentById } from "@/domain/vocabulary/treatments";
import methods from "@/messages/en/method.json";
import record from "@/messages/en/record.json";
import status from "@/messages/en/status.json";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { measureName, SIDE_WORDS, signName } from "./names";
import { pathName } from "./path-names";
import { sectionOf } from "./section-states";

type Row = { name: string; value: ReactNode };
const join = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(", ");

function rowsOf(entries: VisitEntries): Record<string, Row[]> {
  const { sections, screening, decision } = text;
  const { noShow } = parts;
  const { contact } = entries;
  return {
    [sections.subjective]: [
      ...(entries.since_last ? [{ name: text.sinceLast.label, value: text.sinceLast[entries.since_last] }] : []),
      ...entries.subjective.map((part) => ({ name: text.subjective[part.key], value: part.text })),
      ...(entries.adverse_response
        ? [{ name: text.adverse.label, value: text.adverse.responses[entries.adverse_response.response] }]
        : []),
      ...(entries.interpreter
        ? [{ name: text.interpreter.label, value: text.interpreter.needs[entries.interpreter] }]
        : []),
      ...entries.consents.map((consent) => ({
        name: CONSENT_ITEMS.find(({ id }) => id === consent.consent)?.label ?? consent.consent,
        value: text.consent[consent.answer],
      })),
    ],
    [sections.contact]: [
      ...(contact.channel ? [{ name: parts.contact.channel, value: parts.contact.channels[contact.channel] }] : []),
      ...Object.entries(contact.texts).map(([key, said]) => ({
        name: parts.contact[key as keyof typeof contact.texts],
        value: said,
      })),
      ...(contact.red_flag_questions_asked ? [{ name: parts.contact.asked, value: screening.yes }] : []),
      ...(entries.no_show ? [{ name: noShow.label, value: noShow.kinds[entries.no_show.kind] }] : []),
    ],
    [sections.screening]: entries.screening.map((answer) => ({
      name: flagById(answer.flag).name,
      value: join(
        answer.answer === "yes" ? screening.yes : screening.no,
        answer.decision === "not_concerned" && screening.notConcerned,
        answer.decision === "safety_net" && screening.safetyNet,
        answer.decision === "suspected" && screening.suspectedNoHold,
        answer.reason,
        answer.recheck_on && `${screening.recheck} ${dayText(answer.recheck_on)}`,
      ),
    })),
    [sections.precautions]: [
      ...entries.flags.map((flag) => ({ name: flagById(flag).name, value: flagById(flag).action })),
      ...entries.flags_taken_back.map(({ flag, reason }) => ({
        name: flagById(flag).name,
        value: `${screening.takeBack}: ${reason}`,
      })),
    ],
    [sections.body]: [
      ...entries.pain_areas.map((area) => ({
        name: join(bodyRegionById(area.region).label, area.side !== "M" && SIDE_WORDS[area.side]),
        value: join(
          area.intensity === null ? null : `${area.intensity} / 10`,
          ...area.quality.map((quality) => text.body.qualities[quality]),
        ),
      })),
      ...entries.neurological.map((cell) => ({
        name: join(NEUROLOGICAL_CELLS.find(({ key }) => key === cell.key)?.label, SIDE_WORDS[cell.side]),
        value: join(
          parts.neuro.states[cell.state],
          cell.change && parts.neuro.changes[cell.change],
          cell.onset && parts.neuro.onsets[cell.onset],
        ),
      })),
    ],
    [sections.signs]: entries.findings.map((finding) => ({
      name: signName(finding.sign, finding.side),
      value: join(
        text.grades[finding.grade],
        finding.onset_on && `${text.signs.onset} ${dayText(finding.onset_on)}`,
        finding.note,
      ),
    })),
    [sections.measures]: [
      ...entries.measurements.map((entry) => {
        const { decimals, unit } = measureById(entry.measure);
        return {
          name: measureName(entry.measure, entry.side),
          value: join(
            `${valueText(entry.value, decimals)}${unitMark(unit)}`,
            entry.method && methods[entry.method],
            entry.lever_m !== null && `${text.measures.lever} ${entry.lever_m} m`,
            entry.quality === "invalid" && text.measures.invalid,
            entry.rater,
          ),
        };
      }),
      ...(entries.mass_kg === null ? [] : [{ name: text.bodyValues.mass_kg, value: `${entries.mass_kg} kg` }]),
      ...(entries.height_cm === null ? [] : [{ name: text.bodyValues.height_cm, value: `${entries.height_cm} cm` }]),
      ...entries.cannot_test.map((each) => ({ name: text.cannotTest[each.id], value: each.text })),
    ],
    [sections.treatment]: [
      ...entries.treatments.map(({ treatment, note, side, items, ...dose }) => ({
        name: treatmentById(treatment).label,
        value: join(
          side && text.treatment.sides[side],
          ...Object.entries(dose).map(
            ([part, value]) => `${text.treatment.parts[part as keyof typeof text.treatment.parts]}: ${value}`,
          ),
          ...(items ?? []).map((id) => EXERCISE_NAMES[id]),
          note,
        ),
      })),
      ...entries.retests.map((retest) => ({
        name: `${parts.retest.measure} ${measureName(retest.measure, retest.side)}`,
        value: `${retest.before ?? "–"} → ${retest.after ?? "–"}`,
      })),
      ...(entries.advice === null ? [] : [{ name: text.treatment.advice, value: entries.advice }]),
    ],
    [sections.decision]: [
      ...(entries.decision
        ? [{ name: sections.decision, value: join(decision[entries.decision.choice], entries.decision.reason) }]
        : []),
      ...(entries.override
        ? [
            {
              name: decision.override,
              value: join(
                status.phase[entries.override.to_phase],
                entries.override.text,
                entries.override.second_clinician,
              ),
            },
          ]
        : []),
      ...(entries.clearance
        ? [
            {
              name: parts.hold.clearance,
              value: join(
                entries.clearance.who,
                entries.clearance.on && dayText(entries.clearance.on),
                entries.clearance.what,
              ),
            },
          ]
        : []),
      ...entries.flag_errors.map((error) => ({
        name: `${parts.hold.inError}: ${flagById(error.flag).name}`,
        value: join(error.reason, error.second_clinician),
      })),
      ...(entries.next_review === null
        ? []
        : [
            {
              name: sections.next_review,
              value: entries.next_review === "open" ? text.nextReview.open : dayText(entries.next_review),
            },
          ]),
    ],
    [sections.note]: entries.note === null ? [] : [{ name: sections.note, value: entries.note }],
  };
}

/** The record's sections are fewer than the form's. */
function shownUnder(path: string): keyof typeof text.sections {
  if (path.startsWith("contact.")) return "contact";
  const section = sectionOf(path);
  if (section === "since_last") return "subjective";
  return section === "pain" || section === "questionnaires" ? "measures" : section;
}

/** `amended`: paths corrected since; each marks its row, or its section where no row names it. */
export function SignedRecord({ entries, amended }: { entries: VisitEntries; amended: readonly string[] }) {
  return Object.entries(rowsOf(entries))
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => {
      const names = amended.filter((path) => text.sections[shownUnder(path)] === title).map(pathName);
      const isRow = (name: string) => rows.some((row) => row.name === name);
      return (
        <section key={title} aria-label={title} className="mt-3 first:mt-0">
          <h3 className="text-secondary font-bold">
            {title} {names.every(isRow) ? null : <AmendedMark />}
          </h3>
          <dl className="grid gap-x-4 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
            {rows.map((row) => (
              <div
                key={row.name}
                className="col-span-full grid grid-cols-subgrid border-t border-line py-1 text-secondary"
              >
                <dt className="text-muted">{row.name}</dt>
                <dd className="whitespace-pre-line">
                  {row.value} {names.includes(row.name) ? <AmendedMark /> : null}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      );
    });
}

function AmendedMark() {
  return (
    <a href="#added" className="ml-1 text-caption font-semi text-warn underline">
      {record.amendedSince}
    </a>
  );
}
