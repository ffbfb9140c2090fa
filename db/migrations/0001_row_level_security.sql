-- Tenancy. A clinic's rows exist only for a transaction that has named the clinic; a patient's only for staff and for
-- that patient. With nothing set there are no rows. The roles are made before the first migration (db/roles.ts).
create schema guard;
--> statement-breakpoint
grant usage on schema guard to app_rt;
--> statement-breakpoint
-- The wall around one clinic-owned table. `patient_only` is the condition, beside being staff, under which a patient's
-- transaction sees a row; null for tables that hold nothing about a patient. A later migration calls it for its tables.
create function guard.protect(target regclass, patient_only text, clinic_column text default 'clinic_id')
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
  execute format('revoke all on table %s from public', target);
  execute format('grant select, insert, update on table %s to app_rt', target);
end
$$;
--> statement-breakpoint
revoke all on all functions in schema guard from public;
--> statement-breakpoint
select guard.protect(name::regclass, $$patient_id = nullif(current_setting('app.patient_id', true), '')::uuid$$)
from unnest(array[
  'acknowledgement', 'assessment', 'assessment_recheck', 'audit_event', 'care_team', 'caseload_row', 'clearance',
  'consent', 'episode', 'finding', 'handover', 'hold_overlay', 'home_session', 'home_session_item',
  'home_session_revision', 'immediate_retest', 'measurement', 'neurological_finding', 'pain_area', 'phase_transition',
  'plan', 'plan_item', 'plan_pause', 'plan_version', 'psfs_activity', 'questionnaire_response', 'report_snapshot',
  'screening_answer', 'snooze', 'treatment_given', 'visit', 'visit_draft_field', 'visit_event', 'visit_flag'
]) as name;
--> statement-breakpoint
select guard.protect('patient', $$id = nullif(current_setting('app.patient_id', true), '')::uuid$$);
--> statement-breakpoint
-- A receipt repeats what its writer was answered.
select guard.protect('write_receipt', $$user_id = nullif(current_setting('app.user_id', true), '')::uuid$$);
--> statement-breakpoint
select guard.protect(name::regclass, null) from unnest(array['audit_head', 'rule_set', 'staff_member']) as name;
--> statement-breakpoint
select guard.protect('clinic', null, 'id');
--> statement-breakpoint
-- A clinic is created, and listed for sign-in, before there is one to name.
create policy before_sign_in on clinic to app_auth using (true) with check (true);
--> statement-breakpoint
grant select, insert, update on clinic to app_auth;
--> statement-breakpoint
revoke all on user_account, membership, login, one_time_token, rate_counter from public;
--> statement-breakpoint
grant select, insert, update, delete on user_account, membership, login, one_time_token, rate_counter to app_auth;
--> statement-breakpoint
-- Rows that are no clinical entry: who is on the care team today, and a draft's fields once it was signed or discarded.
grant delete on care_team, visit_draft_field to app_rt;
--> statement-breakpoint
revoke all on schema drizzle from public;
--> statement-breakpoint
grant usage on schema drizzle to app_auth;
--> statement-breakpoint
grant select on drizzle.__drizzle_migrations to app_auth;
