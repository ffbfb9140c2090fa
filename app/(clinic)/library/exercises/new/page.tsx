/** A new exercise of the clinic's own, empty or begun as a copy of a library item. */
import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { requireClinician } from "@/auth/actor";
import { oneOf } from "@/components/library/library-words";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { listClinicItems } from "@/db/clinic-item";
import { contentOfLibrary } from "@/domain/plan/clinic-item";
import { isExerciseId } from "@/domain/vocabulary/exercise-names";
import { exerciseById } from "@/domain/vocabulary/exercises";
import library from "@/messages/en/library.json";
import { fill } from "@/messages/fill";
import { formChoices } from "../form-choices";
import { ItemForm } from "../item-form";

const words = library.own;
export const metadata: Metadata = { title: words.title_new };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewExercisePage({ searchParams }: Props) {
  const actor = await requireClinician();
  const from = oneOf((await searchParams).from);
  const content = isExerciseId(from) ? contentOfLibrary(from) : null;
  const copiedFrom = content !== null && isExerciseId(from) ? from : null;
  const others = await listClinicItems(actor);
  return (
    <>
      <PageHeader
        title={copiedFrom === null ? words.title_new : fill(words.title_copy, { name: exerciseById(copiedFrom).name })}
        above={
          <Link href="/library/exercises" prefetch={false} className="inline-flex items-center gap-1 max-sm:min-h-11">
            <ArrowLeft aria-hidden size={14} />
            {library.exercises.back}
          </Link>
        }
      />
      <p className="mb-4 max-w-prose text-muted">{words.lead}</p>
      <Card>
        <ItemForm item={null} copiedFrom={copiedFrom} content={content} {...formChoices(copiedFrom, others)} />
      </Card>
    </>
  );
}
