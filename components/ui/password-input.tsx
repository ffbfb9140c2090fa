/** A password, hidden unless its owner wants to see it. */
"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { TextInput, type TextInputProps } from "./text-input";

/** `showLabel` must not repeat the field's label ("Show what I type"): both are found by name. */
export function PasswordInput({ showLabel, ...rest }: Omit<TextInputProps, "type" | "suffix"> & { showLabel: string }) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <TextInput
      autoComplete="current-password"
      spellCheck={false}
      autoCapitalize="none"
      {...rest}
      type={shown ? "text" : "password"}
      trailing={
        <button
          type="button"
          aria-label={showLabel}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-card text-muted hover:text-ink max-sm:w-11"
        >
          <Icon aria-hidden size={17} />
        </button>
      }
    />
  );
}
