-- What was consented to, assigned or handed over stays as it was written: a change is a row of its own.
select guard.append_only(name::regclass) from unnest(array['consent', 'handover', 'plan_item', 'plan_version']) as name;
--> statement-breakpoint
-- What a patient sent stays as it was sent; a visit takes it in once, and from then on nothing of the row changes.
create function guard.refuse_change_of_answers() returns trigger language plpgsql as $$
declare
  taking_in constant text[] := array['visit_id', 'accepted_at', 'accepted_by_id'];
begin
  if old.accepted_at is not null then
    raise exception 'a questionnaire that a visit took in never changes: % refused', lower(tg_op)
      using errcode = 'restrict_violation', hint = 'amend the visit instead';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if to_jsonb(new) - taking_in is distinct from to_jsonb(old) - taking_in then
    raise exception 'a questionnaire stays as it was sent: % refused', lower(tg_op)
      using errcode = 'restrict_violation', hint = 'only what takes it into a visit may be set';
  end if;
  return new;
end
$$;
--> statement-breakpoint
revoke all on function guard.refuse_change_of_answers() from public;
--> statement-breakpoint
create trigger answers_kept before update or delete on questionnaire_response for each row
  execute function guard.refuse_change_of_answers();
--> statement-breakpoint
create trigger answers_kept_whole before truncate on questionnaire_response for each statement
  execute function guard.refuse_change();
--> statement-breakpoint
-- Like every row of a visit: written, or taken in, while the visit is still a draft.
create trigger of_draft before insert on consent for each row when (new.visit_id is not null)
  execute function guard.refuse_row_of_signed_visit();
--> statement-breakpoint
create trigger of_draft before insert or update on questionnaire_response for each row when (new.visit_id is not null)
  execute function guard.refuse_row_of_signed_visit();
--> statement-breakpoint
-- A patient sends answers; that a visit took them in is the clinic's to say.
create policy not_taken_in on questionnaire_response as restrictive for insert to app_rt
  with check (current_setting('app.role', true) = 'staff'
    or (visit_id is null and accepted_at is null and accepted_by_id is null));
