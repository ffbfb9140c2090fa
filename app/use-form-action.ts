/** The state of a form that answers with FormState; a busy database is one of its refusals, with all that was typed. */
"use client";

import { useKeptForm } from "@/components/shell/use-kept-form";
import { type FormState, IDLE, readValues, refused } from "./form-state";

export const refusedForm = (message: string, form: FormData): FormState => refused(message, readValues(form));

export const useFormAction = (action: (state: FormState, form: FormData) => Promise<FormState>) =>
  useKeptForm<FormState>(action, IDLE, refusedForm);
