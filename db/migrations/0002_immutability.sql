-- What was signed, concluded or audited stays as it was, for everybody: corrections are rows of their own.
create function guard.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'append an amendment, a void or a recheck instead';
end
$$;
--> statement-breakpoint
create function guard.refuse_change_once_signed() returns trigger language plpgsql as $$
begin
  if old.state = 'signed' then
    raise exception 'a signed visit never changes: % refused', lower(tg_op)
      using errcode = 'restrict_violation', hint = 'append a visit_event instead';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;
--> statement-breakpoint
-- What belongs to a visit is written while it is still a draft, in the transaction that signs it. The row lock makes a
-- late writer wait for a signer and then see the signed state.
create function guard.refuse_row_of_signed_visit() returns trigger language plpgsql as $$
declare
  visit_state text;
begin
  select v.state into visit_state from public.visit v
    where v.clinic_id = new.clinic_id and v.id = new.visit_id for share;
  if visit_state is distinct from 'draft' then
    raise exception '%: the visit is not a draft any more', tg_table_name
      using errcode = 'restrict_violation', hint = 'insert the rows before setting visit.state to signed';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create function guard.append_only(target regclass) returns void language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row
    execute function guard.refuse_change()', target);
  execute format('create trigger append_only_whole before truncate on %s for each statement
    execute function guard.refuse_change()', target);
  execute format('revoke update, delete, truncate on table %s from app_rt', target);
end
$$;
--> statement-breakpoint
revoke all on all functions in schema guard from public;
--> statement-breakpoint
select guard.append_only(name::regclass) from unnest(array[
  'acknowledgement', 'assessment', 'assessment_recheck', 'audit_event', 'clearance', 'finding', 'home_session_revision',
  'immediate_retest', 'measurement', 'neurological_finding', 'pain_area', 'phase_transition', 'report_snapshot',
  'screening_answer', 'treatment_given', 'visit_event', 'visit_flag'
]) as name;
--> statement-breakpoint
do $$
declare
  name text;
begin
  foreach name in array array['acknowledgement', 'clearance', 'finding', 'immediate_retest', 'measurement',
    'neurological_finding', 'pain_area', 'screening_answer', 'treatment_given', 'visit_flag']
  loop
    execute format('create trigger of_draft before insert on %I for each row
      execute function guard.refuse_row_of_signed_visit()', name);
  end loop;
end
$$;
--> statement-breakpoint
create trigger signed before update or delete on visit for each row execute function guard.refuse_change_once_signed();
--> statement-breakpoint
create trigger signed_whole before truncate on visit for each statement execute function guard.refuse_change();
--> statement-breakpoint
-- A clinic's chain has one head; it moves on and is never removed.
create trigger head_kept before delete on audit_head for each row execute function guard.refuse_change();
--> statement-breakpoint
create trigger head_kept_whole before truncate on audit_head for each statement execute function guard.refuse_change();
