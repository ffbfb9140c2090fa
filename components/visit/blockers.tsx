/** What keeps the visit from being signed, and what was carried and never confirmed; each leads to its field. */
"use client";

import parts from "@/messages/en/visit-parts.json";
import { noteWords } from "./field-notes";
import { goToField } from "./go-to";
import { pathName } from "./path-names";
import { useJudged } from "./use-draft";

type Blocking = readonly { path: string; code: string }[];

function FieldLinks({ links, onGo }: { links: readonly { path: string; words: string }[]; onGo: () => void }) {
  return (
    <ul className="grid gap-1">
      {links.map(({ path, words }) => (
        <li key={`${path} ${words}`} className="text-secondary">
          <button
            type="button"
            onClick={() => {
              onGo();
              // The dialog gives the focus back as it closes: ours comes after.
              setTimeout(() => goToField(path));
            }}
            className="text-left font-strong text-brand-ink underline max-sm:min-h-11"
          >
            {words}
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Blockers({ onGo }: { onGo: () => void }) {
  const blocking = useJudged(({ completeness }) => completeness.blocking);
  return <BlockedBy blocking={blocking} onGo={onGo} />;
}

/** Also what the server found open and this page didn't. */
export function BlockedBy({ blocking, onGo }: { blocking: Blocking; onGo: () => void }) {
  return (
    <FieldLinks
      onGo={onGo}
      links={blocking.map(({ path, code }) => ({
        path,
        words: `${pathName(path)}: ${noteWords({ kind: "blocking", code })}`,
      }))}
    />
  );
}

/** Asked, never demanded: the clinician may sign without a repeat. */
export function RetestsAsked({ onGo }: { onGo: () => void }) {
  const paths = useJudged(({ retests }) => retests);
  if (paths.length === 0) return null;
  return (
    <div className="rounded-card border border-warn-line bg-warn-wash p-2.5 text-secondary text-warn">
      <p>{parts.sign.retests}</p>
      <FieldLinks onGo={onGo} links={paths.map((path) => ({ path, words: pathName(path) }))} />
    </div>
  );
}

export function Unconfirmed() {
  const paths = useJudged(({ completeness }) => completeness.unconfirmed);
  if (paths.length === 0) return null;
  return (
    <div className="rounded-card border border-warn-line bg-warn-wash p-2.5 text-secondary text-warn">
      <p>{parts.sign.unconfirmed}</p>
      <ul className="list-inside list-disc">
        {paths.map((path) => (
          <li key={path}>{pathName(path)}</li>
        ))}
      </ul>
    </div>
  );
}
