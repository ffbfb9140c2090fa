/** Takes back an invitation that nobody has accepted yet. */
import { Button } from "@/components/ui/button";
import text from "@/messages/en/settings.json";
import { fill } from "@/messages/fill";
import { withdraw } from "./team-actions";

export function WithdrawInvitation({ id, name }: { id: string; name: string }) {
  return (
    <form action={withdraw}>
      <Button type="submit" size="sm" name="invitation" value={id} aria-label={fill(text.team.withdrawLabel, { name })}>
        {text.team.withdraw}
      </Button>
    </form>
  );
}
