/** People who may be the one about to be registered: open the record, or say that it is somebody else. */
import Link from "next/link";
import { Checkbox } from "@/components/ui/checkbox";
import { recordNumber } from "@/domain/patient-name";
import words from "@/messages/en/patient.json";

export type TwinLink = { patientId: string; name: string; number: number };

export function Twins({ twins, room }: { twins: readonly TwinLink[]; room: string }) {
  if (twins.length === 0) return null;
  return (
    <div className="grid gap-1 rounded-card border border-warn-line bg-warn-wash p-3 text-secondary text-warn">
      <p>{words.twins.lead}</p>
      <ul className="grid gap-1">
        {twins.map(({ patientId, name, number }) => (
          <li key={patientId}>
            <Link
              prefetch={false}
              href={`/patients/${patientId}${room}`}
              className="inline-flex items-center font-bold underline max-sm:min-h-11"
            >
              {name}, {recordNumber(number)}
            </Link>
          </li>
        ))}
      </ul>
      <Checkbox name="isAnother" label={words.twins.another} className="text-ink" />
    </div>
  );
}
