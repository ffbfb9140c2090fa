/** The caseload before the first patient: what fills in, and the three steps of the job. */
import { Plus } from "lucide-react";
import { PullFigure } from "@/components/figure/pull-figure";
import { ButtonLink } from "@/components/ui/button";
import words from "@/messages/en/caseload.json";

const STEPS = [
  { title: words.newPatient, text: words.empty.steps.patient },
  { title: words.newVisit, text: words.empty.steps.visit },
  { title: words.empty.assign, text: words.empty.steps.plan },
];

export function NoPatients() {
  return (
    <div className="mx-auto flex max-w-220 flex-wrap items-center justify-center gap-x-16 gap-y-8 py-8">
      <PullFigure tilt={null} usual={null} lbp={null} muscles={{}} labels="full" w={380} />
      <div className="min-w-0 flex-1 basis-80">
        <h2 className="text-display">{words.empty.title}</h2>
        <p className="mt-1 text-patient text-muted">{words.empty.text}</p>
        <ol className="mt-4 grid">
          {STEPS.map(({ title, text }, index) => (
            <li key={title} className="flex gap-3 border-b border-line py-3 last:border-b-0">
              <span
                aria-hidden
                className={`grid size-7 shrink-0 place-items-center rounded-full border text-secondary font-bold ${index === 0 ? "border-brand bg-brand text-on-brand" : "border-line-2 bg-surface"}`}
              >
                {index + 1}
              </span>
              <span>
                <strong className="block">{title}</strong>
                <span className="text-secondary text-muted">{text}</span>
              </span>
            </li>
          ))}
        </ol>
        <ButtonLink href="/patients/new" variant="pri" className="mt-5">
          <Plus aria-hidden size={16} />
          {words.newPatient}
        </ButtonLink>
      </div>
    </div>
  );
}
