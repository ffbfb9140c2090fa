/** The development server has no sheet to read, only one to link to: imported there alone, so that no build links to it here. */
import "@/app/globals.css";

export function LinkedStyles() {
  return null;
}
