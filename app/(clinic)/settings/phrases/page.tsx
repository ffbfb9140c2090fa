/** The signed-in clinician's own phrases, and the places they may hold. */
import { requireClinician } from "@/auth/actor";
import { Card } from "@/components/ui/card";
import { listPhrases } from "@/db/phrase";
import { PHRASE_FIELDS } from "@/domain/visit/phrases";
import text from "@/messages/en/settings.json";
import { SettingsFrame } from "../settings-frame";
import { PhraseForm } from "./phrase-form";

const words = text.phrases;
export const metadata = { title: words.title };

export default async function PhrasesPage() {
  const phrases = await listPhrases(await requireClinician());
  return (
    <SettingsFrame open="phrases">
      <Card title={words.title}>
        <p className="mb-3 max-w-prose text-secondary text-muted">{words.lead}</p>
        <ul className="grid gap-4">
          {phrases.map((phrase) => (
            <li key={phrase.id} className="border-b border-line pb-3">
              <PhraseForm phrase={phrase} />
            </li>
          ))}
          <li>
            <PhraseForm />
          </li>
        </ul>
      </Card>
      <Card title={words.places}>
        <p className="mb-2 max-w-prose text-secondary text-muted">{words.placesLead}</p>
        <dl className="grid gap-x-6 gap-y-1.5 text-secondary sm:grid-cols-[auto_1fr]">
          {PHRASE_FIELDS.map((field) => (
            <div key={field} className="contents">
              <dt className="font-strong">{`{${field}}`}</dt>
              <dd className="text-muted">{words.fields[field]}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </SettingsFrame>
  );
}
