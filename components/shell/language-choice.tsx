/** The reader's language, each said in itself. */
import { classNames } from "@/components/ui/class-names";

export type LanguageChoiceProps<T extends string> = {
  current: T;
  languages: readonly { locale: T; name: string }[];
  /** Sets the cookie `locale` from the pressed button's value. */
  action: (form: FormData) => void | Promise<void>;
  legend: string;
};

export function LanguageChoice<T extends string>({ current, languages, action, legend }: LanguageChoiceProps<T>) {
  return (
    <form action={action}>
      <fieldset className="flex gap-1">
        <legend className="sr-only">{legend}</legend>
        {languages.map(({ locale, name }) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={locale === current}
            className={classNames(
              "min-h-7.5 rounded-chip border px-2 text-secondary max-sm:min-h-11 max-sm:px-3",
              locale === current ? "border-line-2 bg-surface font-bold text-ink" : "border-transparent text-muted",
            )}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
