/** The library's rooms with what each holds; where "/library" and whoever types it arrive. */
import type { Metadata } from "next";
import Link from "next/link";
import { requireClinician } from "@/auth/actor";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import library from "@/messages/en/library.json";
import nav from "@/messages/en/nav.json";

const words = library.index;
export const metadata: Metadata = { title: nav.library };

const ROOMS = ["exercises", "templates", "measures", "rules"] as const;

export default async function LibraryPage() {
  await requireClinician();
  return (
    <>
      <PageHeader title={nav.library} />
      <ul className="grid gap-3 sm:grid-cols-2">
        {ROOMS.map((room) => (
          <li key={room}>
            <Card
              className="h-full"
              title={
                <Link
                  href={`/library/${room}`}
                  prefetch={false}
                  className="underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
                >
                  {nav[room]}
                </Link>
              }
            >
              <p className="text-secondary text-muted">{words[room]}</p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
