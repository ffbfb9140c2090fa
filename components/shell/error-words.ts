/** The words of a failed page: error boundaries run in the browser, where only the page's own language tag is known. */
import en from "@/messages/en/error.json";
import es from "@/messages/es/error.json";

export function errorWords() {
  return document.documentElement.lang === "es" ? es : en;
}
