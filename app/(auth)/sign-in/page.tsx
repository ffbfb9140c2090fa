/** Sign in; and, for somebody with several memberships, the choice of the clinic in use. */
import Link from "next/link";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { findLogin, findTablet, roomFor } from "@/auth/actor";
import { isOnLoopback } from "@/auth/app-address";
import { safePath } from "@/auth/safe-path";
import { firstRun } from "@/db/founding";
import { messagesFor } from "@/messages/rooms";
import { ClinicChoice } from "./clinic-choice";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata() {
  return { title: messagesFor(await getLocale()).auth.signIn.title };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next } = await searchParams;
  const wanted = safePath(typeof next === "string" ? next : null);
  const login = await findLogin();
  if (login) {
    if (login.memberships > 1) return <ClinicChoice login={login} wanted={wanted} />;
    redirect(roomFor(login.actor.role, wanted));
  }

  if ((await findTablet()) !== null) redirect("/tablet");

  const [text, run, isHere] = await Promise.all([
    getLocale().then((l) => messagesFor(l).auth.signIn),
    firstRun(),
    isOnLoopback(),
  ]);
  if (run === "empty" && isHere) redirect("/setup");
  return (
    <>
      <h1 className="mb-4 text-display">{text.title}</h1>
      {run === "empty" ? <p className="mb-4 text-muted">{text.notSetUp}</p> : null}
      <SignInForm text={text} next={wanted} />
      {run === "demo" && isHere ? (
        <p className="mt-4">
          <Link href="/setup" className="text-control text-brand-ink underline">
            {text.setUp}
          </Link>
        </p>
      ) : null}
    </>
  );
}
