/** Not found and not yours are the same answer. */
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrandMark } from "@/components/shell/brand-mark";
import { ButtonLink } from "@/components/ui/button";
import "@/app/globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.notFound");
  return { title: t("title") };
}

export default async function NotFound() {
  const t = await getTranslations("shell.notFound");
  return (
    <main className="mx-auto flex min-h-[60vh] max-w-md flex-col items-start justify-center gap-3 p-6">
      <BrandMark size={32} />
      <h1 className="text-title">{t("title")}</h1>
      <p className="text-muted">{t("text")}</p>
      <ButtonLink href="/" variant="pri" className="mt-2">
        {t("back")}
      </ButtonLink>
    </main>
  );
}
