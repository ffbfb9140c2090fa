-- Who may write. Until here a patient's transaction could write whatever it could see; from here a clinic's rows are
-- written by staff, and a patient writes what comes from the phone. The query modules refuse it too: this is the wall
-- behind them.
create function guard.staff_writes(target regclass, patient_may text[] default '{}') returns void language plpgsql as $$
declare
  is_staff constant text := $cond$current_setting('app.role', true) = 'staff'$cond$;
begin
  if not ('insert' = any(patient_may)) then
    execute format('create policy staff_insert on %s as restrictive for insert to app_rt with check (%s)', target, is_staff);
  end if;
  if not ('update' = any(patient_may)) then
    execute format('create policy staff_update on %s as restrictive for update to app_rt using (%s) with check (%2$s)',
      target, is_staff);
  end if;
  execute format('create policy staff_delete on %s as restrictive for delete to app_rt using (%s)', target, is_staff);
end
$$;
--> statement-breakpoint
-- A table that a later migration protects is staff's to write, unless it says what a patient may.
drop function guard.protect(regclass, text, text);
--> statement-breakpoint
create function guard.protect(target regclass, patient_only text, clinic_column text default 'clinic_id',
  patient_may text[] default '{}')
returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    $policy$create policy clinic_scope on %s to app_rt
      using (%2$I = nullif(current_setting('app.clinic_id', true), '')::uuid)
      with check (%2$I = nullif(current_setting('app.clinic_id', true), '')::uuid)$policy$,
    target, clinic_column);
  if patient_only is not null then
    execute format(
      $policy$create policy patient_scope on %s as restrictive to app_rt
        using (current_setting('app.role', true) = 'staff' or %2$s)
        with check (current_setting('app.role', true) = 'staff' or %2$s)$policy$,
      target, patient_only);
  end if;
  perform guard.staff_writes(target, patient_may);
  execute format('revoke all on table %s from public', target);
  execute format('grant select, insert, update on table %s to app_rt', target);
end
$$;
--> statement-breakpoint
revoke all on all functions in schema guard from public;
--> statement-breakpoint
select guard.staff_writes(name::regclass) from unnest(array[
  'acknowledgement', 'assessment', 'assessment_recheck', 'care_team', 'clearance', 'clinic', 'clinic_item',
  'clinic_item_version', 'clinic_template', 'consent', 'episode', 'exercise_photo', 'favourite_exercise', 'finding',
  'handover', 'hold_overlay', 'immediate_retest', 'measure_order', 'measurement', 'neurological_finding', 'pain_area',
  'patient', 'phase_transition', 'phrase', 'plan', 'plan_item', 'plan_pause', 'plan_version', 'psfs_activity',
  'report_share', 'report_snapshot', 'rule_set', 'screening_answer', 'snooze', 'staff_member', 'treatment_given',
  'visit', 'visit_draft_field', 'visit_event', 'visit_flag'
]) as name;
--> statement-breakpoint
-- What a phone or a handed-over tablet sends, and what the same transaction keeps in step with it: the receipt, the
-- clinic's caseload row, and the audit chain when a patient joins.
select guard.staff_writes(name::regclass, patient_may) from (values
  ('home_session', array['insert', 'update']),
  ('home_session_item', array['insert', 'update']),
  ('home_session_revision', array['insert']),
  ('questionnaire_response', array['insert']),
  ('write_receipt', array['insert', 'update']),
  ('caseload_row', array['insert', 'update']),
  ('audit_event', array['insert']),
  ('audit_head', array['update'])
) as tables (name, patient_may);
