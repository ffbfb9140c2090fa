/** The search box: a plain form, so that its answer has an address of its own. */
import { Search } from "lucide-react";
import { Kbd } from "@/components/ui/kbd";
import words from "@/messages/en/caseload.json";

export const SEARCH_ID = "caseload-search";

/** `keep`: the filters that go on while searching. */
export function SearchForm({ search, keep }: { search: string; keep: Readonly<Record<string, string | undefined>> }) {
  return (
    <search className="w-full max-sm:basis-full! sm:w-91">
      <form action="/caseload" className="relative">
        {Object.entries(keep).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <label htmlFor={SEARCH_ID} className="sr-only">
          {words.search.label}
        </label>
        <Search
          aria-hidden
          size={16}
          className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-muted"
        />
        <input
          key={search}
          id={SEARCH_ID}
          type="search"
          name="q"
          defaultValue={search}
          placeholder={words.search.placeholder}
          autoComplete="off"
          className="h-9 w-full rounded-card border border-field bg-surface pr-11 pl-9 text-body placeholder:text-muted max-sm:h-11"
        />
        <span aria-hidden className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center max-sm:hidden">
          <Kbd>/</Kbd>
        </span>
      </form>
    </search>
  );
}
