/** The door: everybody goes to the room they start in. */
import { redirect } from "next/navigation";
import { homeOf, requireActor } from "@/auth/actor";

export default async function StartPage() {
  redirect(homeOf((await requireActor()).role));
}
