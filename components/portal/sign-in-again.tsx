/** The way back for a login that ended: signing in leads to Today, which sends; without a password the clinic helps. */
import { buttonClass } from "@/components/ui/button";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/rooms";

type SignInAgainProps = {
  clinicPhone: string | null;
  text: Pick<Messages["portal"]["outbox"], "signIn" | "noPassword" | "noPasswordCall">;
};

export function SignInAgain({ clinicPhone, text }: SignInAgainProps) {
  return (
    <div className="mt-2 mb-3">
      <a href="/sign-in?next=/my" className={buttonClass("plain", "lg")}>
        {text.signIn}
      </a>
      <p className="mt-1 text-body">
        {clinicPhone === null ? text.noPassword : fill(text.noPasswordCall, { phone: clinicPhone })}
      </p>
    </div>
  );
}
