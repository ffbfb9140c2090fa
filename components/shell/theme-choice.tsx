/** Light, dark, or as the device says: three small buttons that work without a script. */
import { type LucideIcon, Monitor, Moon, Sun } from "lucide-react";
import { THEMES, type Theme } from "./theme";

const ICON: Record<Theme, LucideIcon> = { system: Monitor, light: Sun, dark: Moon };

export type ThemeChoiceProps = {
  current: Theme;
  /** Sets the cookie `theme` from the pressed button's value. */
  action: (form: FormData) => void | Promise<void>;
  legend: string;
  words: Record<Theme, string>;
};

export function ThemeChoice({ current, action, legend, words }: ThemeChoiceProps) {
  return (
    <form action={action}>
      <fieldset className="flex gap-0.5">
        <legend className="sr-only">{legend}</legend>
        {THEMES.map((theme) => {
          const Icon = ICON[theme];
          return (
            <button
              key={theme}
              type="submit"
              name="theme"
              value={theme}
              title={words[theme]}
              aria-label={words[theme]}
              aria-pressed={theme === current}
              className="grid size-7 place-items-center rounded-chip border border-transparent text-muted hover:bg-sunken aria-pressed:border-line-2 aria-pressed:bg-surface aria-pressed:text-ink max-sm:size-11"
            >
              <Icon aria-hidden size={15} />
            </button>
          );
        })}
      </fieldset>
    </form>
  );
}
