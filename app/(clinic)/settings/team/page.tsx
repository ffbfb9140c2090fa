/** The clinic's team: who belongs to it as what and until when; the owner invites and ends memberships. */
import { requireClinician, requireLogin } from "@/auth/actor";
import { dayText } from "@/components/chart/value-text";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { listInvitations } from "@/db/invitation";
import { listTeam, type TeamMember } from "@/db/membership";
import { dayIn } from "@/domain/clinic-clock";
import auth from "@/messages/en/auth.json";
import text from "@/messages/en/settings.json";
import { fill } from "@/messages/fill";
import { SettingsFrame } from "../settings-frame";
import { EndMembership } from "./end-membership";
import { InviteStaff } from "./invite-staff";
import { WithdrawInvitation } from "./withdraw-invitation";

const words = text.team;
export const metadata = { title: words.title };

export default async function TeamPage() {
  const actor = await requireClinician();
  const isOwner = actor.role === "owner";
  const { clinic } = await requireLogin();
  const team = await listTeam(actor);
  const invitations = isOwner ? await listInvitations(actor) : [];
  const lastDay = (end: Date) => dayText(dayIn(clinic.timeZone, new Date(end.getTime() - 1)));
  const row = (member: TeamMember) => ({
    key: member.membershipId,
    cells: {
      name: member.membershipId === actor.membershipId ? `${member.name} ${words.you}` : member.name,
      role:
        member.supervisorName === null
          ? auth.roles[member.role]
          : `${auth.roles[member.role]}, ${fill(words.supervisedBy, { name: member.supervisorName })}`,
      until: member.expiresAt === null ? words.open : lastDay(member.expiresAt),
      act: isOwner ? <EndMembership {...member} /> : null,
    },
  });
  const columns = [
    { key: "name", header: words.name },
    { key: "role", header: words.role },
    { key: "until", header: words.until },
  ];
  return (
    <SettingsFrame open="team">
      <Card
        title={words.title}
        aside={
          isOwner ? (
            <InviteStaff
              supervisors={team
                .filter(({ role }) => role === "owner" || role === "clinician")
                .map(({ membershipId, name }) => ({ value: membershipId, label: name }))}
            />
          ) : undefined
        }
      >
        <DataTable
          caption={words.caption}
          captionHidden
          columns={isOwner ? [...columns, { key: "act", header: words.act, headerHidden: true }] : columns}
          rows={team.map(row)}
        />
      </Card>
      {invitations.length === 0 ? null : (
        <Card title={words.pendingTitle}>
          <ul className="grid gap-2">
            {invitations.map(({ id, name, role, expiresAt }) => (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-3 border-b border-line pb-2 last:border-b-0 last:pb-0"
              >
                <span>
                  <strong>{name}</strong>{" "}
                  <span className="text-secondary text-muted">
                    {auth.roles[role]}, {fill(words.pendingUntil, { date: dayText(dayIn(clinic.timeZone, expiresAt)) })}
                  </span>
                </span>
                <WithdrawInvitation id={id} name={name} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </SettingsFrame>
  );
}
