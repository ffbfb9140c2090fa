/** How a phone gets the style sheet: within its first document, and by a link once it has fetched it for the later ones. */
import "server-only";
import { cookies } from "next/headers";
import { responseNonce } from "@/app/response-nonce";
import { SheetInPage } from "@/components/shell/sheet-in-page";
import { SHEET_COOKIE, styleSheet } from "@/components/shell/style-sheet";

export async function phoneStyles() {
  // biome-ignore lint/style/noProcessEnv: the build leaves the branch out, and with it the link of every page
  if (process.env.NODE_ENV !== "production") {
    const { LinkedStyles } = await import("./linked-styles");
    return <LinkedStyles />;
  }
  const { href } = styleSheet();
  const has = (await cookies()).get(SHEET_COOKIE)?.value;
  if (has === href) return <link rel="stylesheet" href={href} precedence="next" />;
  return <SheetInPage href={href} nonce={await responseNonce()} />;
}
