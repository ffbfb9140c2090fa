/** One's own security: the passkeys that sign visits instead of the password. */
import { requireClinician, requireLogin } from "@/auth/actor";
import { dayText } from "@/components/chart/value-text";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { listPasskeys } from "@/db/passkey";
import { dayIn } from "@/domain/clinic-clock";
import text from "@/messages/en/passkey.json";
import settings from "@/messages/en/settings.json";
import { SettingsFrame } from "../settings-frame";
import { AddPasskey } from "./add-passkey";
import { RemovePasskey } from "./remove-passkey";

export const metadata = { title: settings.rooms.security };

export default async function SecurityPage() {
  const actor = await requireClinician();
  const [{ clinic }, passkeys] = await Promise.all([requireLogin(), listPasskeys(actor)]);
  const day = (at: Date) => dayText(dayIn(clinic.timeZone, at));
  return (
    <SettingsFrame open="security">
      <Card title={text.title} aside={<AddPasskey />}>
        <p className="mb-3 max-w-prose text-muted">{text.lead}</p>
        {passkeys.length === 0 ? (
          <p>{text.empty}</p>
        ) : (
          <DataTable
            caption={text.caption}
            captionHidden
            columns={[
              { key: "name", header: text.name },
              { key: "added", header: text.added },
              { key: "used", header: text.lastUsed },
              { key: "act", header: text.act, headerHidden: true },
            ]}
            rows={passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
              key: id,
              cells: {
                name,
                added: day(createdAt),
                used: lastUsedAt === null ? text.never : day(lastUsedAt),
                act: <RemovePasskey id={id} name={name} />,
              },
            }))}
          />
        )}
      </Card>
    </SettingsFrame>
  );
}
