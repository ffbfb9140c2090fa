/** Search and filters as a form that asks the server: its result has an address and needs no script. */
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { CONTROL, TextInput } from "@/components/ui/text-input";
import words from "@/messages/en/library.json";

export type SearchFilter = {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
};

export type SearchBarProps = { label: string; search: string; filters?: readonly SearchFilter[]; found: ReactNode };

export function SearchBar({ label, search, filters = [], found }: SearchBarProps) {
  return (
    <search className="mb-4 block">
      <form method="get" className="flex flex-wrap items-end gap-3">
        <TextInput
          name="q"
          type="search"
          label={label}
          defaultValue={search}
          fieldClassName="min-w-52 flex-1 sm:max-w-sm"
        />
        {filters.map(({ name, label: of, value, options }) => (
          <Field key={name} id={name} label={of}>
            <select id={name} name={name} defaultValue={value} className={`${CONTROL} h-9 max-sm:h-11`}>
              <option value="">{words.all}</option>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </Field>
        ))}
        <Button type="submit">
          <Search aria-hidden size={16} />
          {words.show}
        </Button>
        <p className="py-2 text-secondary text-muted">{found}</p>
      </form>
    </search>
  );
}
