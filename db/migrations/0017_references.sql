-- Whatever a row of a clinic names belongs to the same clinic, and to the same patient or episode where it has one.
-- The owner is bound by row-level security too, and would find no row to check: rows of every clinic are meant here.
do $$
declare
  name text;
begin
  foreach name in array array['assessment', 'caseload_row', 'consent', 'episode', 'hold_overlay', 'home_session',
    'phase_transition', 'plan_pause', 'plan_version', 'questionnaire_response', 'report_share', 'report_snapshot',
    'staff_member', 'visit', 'visit_draft_field']
  loop
    execute format('alter table %I no force row level security', name);
  end loop;
end
$$;
--> statement-breakpoint
ALTER TABLE "report_snapshot" ADD CONSTRAINT "report_snapshot_clinicId_patientId_id_unique" UNIQUE("clinic_id","patient_id","id");
--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_clinicId_patientId_episodeId_id_unique" UNIQUE("clinic_id","patient_id","episode_id","id");
--> statement-breakpoint
ALTER TABLE "assessment" DROP CONSTRAINT "assessment_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk";
--> statement-breakpoint
ALTER TABLE "phase_transition" DROP CONSTRAINT "phase_transition_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk";
--> statement-breakpoint
ALTER TABLE "report_share" DROP CONSTRAINT "report_share_clinic_id_report_id_report_snapshot_clinic_id_id_fk";
--> statement-breakpoint
ALTER TABLE "hold_overlay" DROP CONSTRAINT "hold_overlay_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk";
--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_clinic_id_patient_id_episode_id_visit_id_visit_clinic_id_patient_id_episode_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","episode_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","episode_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "phase_transition" ADD CONSTRAINT "phase_transition_clinic_id_patient_id_episode_id_visit_id_visit_clinic_id_patient_id_episode_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","episode_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","episode_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "caseload_row" ADD CONSTRAINT "caseload_row_clinic_id_patient_id_episode_id_episode_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","episode_id") REFERENCES "public"."episode"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "caseload_row" ADD CONSTRAINT "caseload_row_clinic_id_patient_id_draft_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","draft_visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "caseload_row" ADD CONSTRAINT "caseload_row_clinic_id_responsible_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","responsible_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "questionnaire_response" ADD CONSTRAINT "questionnaire_response_clinic_id_patient_id_episode_id_visit_id_visit_clinic_id_patient_id_episode_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","episode_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","episode_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "questionnaire_response" ADD CONSTRAINT "questionnaire_response_clinic_id_handed_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","handed_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "questionnaire_response" ADD CONSTRAINT "questionnaire_response_clinic_id_accepted_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","accepted_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "home_session" ADD CONSTRAINT "home_session_clinic_id_note_read_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","note_read_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "home_session" ADD CONSTRAINT "home_session_clinic_id_entered_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","entered_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "plan_pause" ADD CONSTRAINT "plan_pause_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "report_share" ADD CONSTRAINT "report_share_clinic_id_patient_id_report_id_report_snapshot_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","report_id") REFERENCES "public"."report_snapshot"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hold_overlay" ADD CONSTRAINT "hold_overlay_clinic_id_patient_id_episode_id_visit_id_visit_clinic_id_patient_id_episode_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","episode_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","episode_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "visit_draft_field" ADD CONSTRAINT "visit_draft_field_clinic_id_updated_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","updated_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
do $$
declare
  name text;
begin
  foreach name in array array['assessment', 'caseload_row', 'consent', 'episode', 'hold_overlay', 'home_session',
    'phase_transition', 'plan_pause', 'plan_version', 'questionnaire_response', 'report_share', 'report_snapshot',
    'staff_member', 'visit', 'visit_draft_field']
  loop
    execute format('alter table %I force row level security', name);
  end loop;
end
$$;
