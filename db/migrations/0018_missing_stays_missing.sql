ALTER TABLE "immediate_retest" ALTER COLUMN "same_rater" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "neurological_finding" ADD COLUMN "note" text;
--> statement-breakpoint
ALTER TABLE "pain_area" ADD COLUMN "note" text;
--> statement-breakpoint
-- Rows of visits signed until here are brought to what their signature covers: a note that was typed, and nothing where
-- "no" had been written for a question nobody answered. The owner is bound by row-level security too; rows of every
-- clinic are meant.
do $$
declare
  name text;
begin
  foreach name in array array['immediate_retest', 'neurological_finding', 'pain_area', 'visit'] loop
    execute format('alter table %I no force row level security', name);
    if name <> 'visit' then execute format('alter table %I disable trigger append_only', name); end if;
  end loop;
end
$$;
--> statement-breakpoint
update neurological_finding as row set note = entry ->> 'note'
from visit v, jsonb_array_elements(v.signed_text::jsonb -> 'entries' -> 'neurological') as entry
where v.clinic_id = row.clinic_id and v.id = row.visit_id and entry ->> 'key' = row.key
  and entry ->> 'side' = row.side::text and entry ->> 'note' <> '';
--> statement-breakpoint
update pain_area as row set note = entry ->> 'note'
from visit v, jsonb_array_elements(v.signed_text::jsonb -> 'entries' -> 'pain_areas') as entry
where v.clinic_id = row.clinic_id and v.id = row.visit_id and entry ->> 'region' = row.region
  and entry ->> 'side' = row.side::text and entry ->> 'note' <> '';
--> statement-breakpoint
-- Re-tests of one visit may read alike: as many of them as nobody answered for become so, whichever.
with said as (
  select v.clinic_id, v.id as visit_id, entry ->> 'measure' as measure, entry ->> 'side' as side,
    (entry ->> 'before')::float8 as before, (entry ->> 'after')::float8 as after, entry ->> 'same_rater' as same_rater,
    row_number() over (partition by v.clinic_id, v.id, entry ->> 'measure', entry ->> 'side', entry ->> 'before',
      entry ->> 'after' order by place) as nth
  from visit v, jsonb_array_elements(v.signed_text::jsonb -> 'entries' -> 'retests') with ordinality as list (entry, place)
  where entry ->> 'after' is not null and coalesce(entry ->> 'same_rater', 'false') = 'false'
), stored as (
  select clinic_id, id, visit_id, measure, side, before, after,
    row_number() over (partition by clinic_id, visit_id, measure, side, before, after order by id) as nth
  from immediate_retest where same_rater = false
)
update immediate_retest as row set same_rater = null
from stored join said on said.clinic_id = stored.clinic_id and said.visit_id = stored.visit_id
  and said.measure = stored.measure and said.side = stored.side::text and said.after = stored.after
  and said.before is not distinct from stored.before and said.nth = stored.nth
where said.same_rater is null and row.clinic_id = stored.clinic_id and row.id = stored.id;
--> statement-breakpoint
do $$
declare
  name text;
begin
  foreach name in array array['immediate_retest', 'neurological_finding', 'pain_area', 'visit'] loop
    execute format('alter table %I force row level security', name);
    if name <> 'visit' then execute format('alter table %I enable trigger append_only', name); end if;
  end loop;
end
$$;
