/** The frame before anyone is signed in: a form on the left, the plain figure on the right of a wide screen. */
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PullFigure } from "@/components/figure/pull-figure";
import { BrandMark } from "@/components/shell/brand-mark";
import "@/app/globals.css";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("shell");
  return (
    <div className="grid min-h-dvh lg:grid-cols-2">
      <div className="mx-auto flex w-full max-w-100 flex-col px-5 py-6 lg:py-12">
        <header className="flex items-center gap-3 text-section font-heavy tracking-[-0.01em]">
          <BrandMark size={26} />
          {t("product")}
        </header>
        <main className="my-auto py-10">{children}</main>
        <footer className="text-caption text-muted">{t("ownServer")}</footer>
      </div>
      <aside className="flex flex-col items-center justify-center gap-6 border-l border-line bg-surface px-6 py-10 max-lg:hidden">
        <PullFigure
          plain
          title={t("figure.title")}
          w={540}
          names={{
            erectors: t("figure.erectors"),
            flexors: t("figure.flexors"),
            quads: t("figure.quads"),
            hams: t("figure.hams"),
          }}
        />
        <p className="text-muted">{t("tagline")}</p>
      </aside>
    </div>
  );
}
