CREATE TYPE "public"."token_kind" AS ENUM('staff_invitation', 'patient_invitation', 'password_reset', 'patient_link');--> statement-breakpoint
CREATE TYPE "public"."phase" AS ENUM('none', 'protect', 'release', 'strengthen_1', 'strengthen_2', 'strengthen_3', 'maintain', 'hold');--> statement-breakpoint
CREATE TYPE "public"."transition_kind" AS ENUM('entry', 'gate', 'regress', 'override', 'hold', 'clearance', 'protect');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('owner', 'clinician', 'supervised_clinician', 'reception', 'patient');--> statement-breakpoint
CREATE TYPE "public"."screening_answer_value" AS ENUM('yes', 'no');--> statement-breakpoint
CREATE TYPE "public"."clearance_kind" AS ENUM('medical_clearance', 'flag_entered_in_error');--> statement-breakpoint
CREATE TYPE "public"."sign_grade" AS ENUM('absent', 'mild', 'moderate', 'severe', 'present');--> statement-breakpoint
CREATE TYPE "public"."measure_quality" AS ENUM('ok', 'invalid');--> statement-breakpoint
CREATE TYPE "public"."screening_decision" AS ENUM('not_concerned', 'safety_net', 'suspected');--> statement-breakpoint
CREATE TYPE "public"."side" AS ENUM('L', 'R', 'M');--> statement-breakpoint
CREATE TYPE "public"."item_outcome" AS ENUM('done', 'partly', 'skipped');--> statement-breakpoint
CREATE TYPE "public"."session_source" AS ENUM('phone', 'diary', 'recall');--> statement-breakpoint
CREATE TYPE "public"."settled_answer" AS ENUM('yes', 'no');--> statement-breakpoint
CREATE TYPE "public"."stop_reason" AS ENUM('pain', 'tingling', 'giving_way');--> statement-breakpoint
CREATE TYPE "public"."consent_state" AS ENUM('given', 'declined', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."interpreter_need" AS ENUM('not_needed', 'professional_in_person', 'professional_phone', 'family', 'declined');--> statement-breakpoint
CREATE TYPE "public"."patient_mode" AS ENUM('phone', 'paper', 'none');--> statement-breakpoint
CREATE TYPE "public"."sex" AS ENUM('M', 'F', 'X');--> statement-breakpoint
CREATE TYPE "public"."pause_cause" AS ENUM('hold', 'phase', 'clinician');--> statement-breakpoint
CREATE TYPE "public"."visit_event_kind" AS ENUM('amend', 'void', 'co_sign', 'return');--> statement-breakpoint
CREATE TYPE "public"."visit_kind" AS ENUM('treatment', 'decision', 'contact', 'did_not_attend');--> statement-breakpoint
CREATE TYPE "public"."visit_state" AS ENUM('draft', 'signed', 'discarded');--> statement-breakpoint
CREATE TABLE "login" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"aal" smallint DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"idle_minutes" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"device" text
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clinic_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"patient_id" uuid,
	"expires_at" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_clinicId_userId_role_unique" UNIQUE("clinic_id","user_id","role")
);
--> statement-breakpoint
CREATE TABLE "one_time_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "token_kind" NOT NULL,
	"token_hash" text NOT NULL,
	"clinic_id" uuid NOT NULL,
	"user_id" uuid,
	"patient_id" uuid,
	"invitation" jsonb,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "one_time_token_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "rate_counter" (
	"key" text PRIMARY KEY NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text,
	"email_key" text,
	"password_hash" text,
	"display_name" text NOT NULL,
	"password_changed_at" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_account_emailKey_unique" UNIQUE("email_key")
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"clinic_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"rule_set_version" text NOT NULL,
	"rule_set_adopted" boolean NOT NULL,
	"result" jsonb NOT NULL,
	"evidence" jsonb NOT NULL,
	"fold_state" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assessment_clinic_id_visit_id_pk" PRIMARY KEY("clinic_id","visit_id")
);
--> statement-breakpoint
CREATE TABLE "assessment_recheck" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"rule_set_version" text NOT NULL,
	"result" jsonb NOT NULL,
	"differs" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assessment_recheck_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "phase_transition" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"from_phase" "phase" NOT NULL,
	"to_phase" "phase" NOT NULL,
	"moved_on" date NOT NULL,
	"kind" "transition_kind" NOT NULL,
	"reason" text,
	"by_id" uuid NOT NULL,
	"second_clinician" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "phase_transition_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid,
	"membership_id" uuid,
	"action" text NOT NULL,
	"patient_id" uuid,
	"object_kind" text NOT NULL,
	"object_id" uuid,
	"fields" text[] NOT NULL,
	"detail" jsonb NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_event_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "audit_event_clinicId_seq_unique" UNIQUE("clinic_id","seq"),
	CONSTRAINT "audit_event_clinicId_prevHash_unique" UNIQUE("clinic_id","prev_hash")
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"clinic_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write_receipt" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body_hash" text NOT NULL,
	"status" integer NOT NULL,
	"answer" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "write_receipt_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "caseload_row" (
	"clinic_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"episode_id" uuid,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"family_key" text NOT NULL,
	"given_key" text NOT NULL,
	"birth_date" date NOT NULL,
	"phone" text,
	"responsible_id" uuid,
	"phase" "phase" NOT NULL,
	"phase_since" date,
	"pain" jsonb NOT NULL,
	"last_pain" smallint,
	"last_visit_on" date,
	"next_review_on" date,
	"draft_visit_id" uuid,
	"fortnight" text,
	"reasons" jsonb NOT NULL,
	"need_rank" smallint NOT NULL,
	"need_since" date,
	"facts" jsonb NOT NULL,
	"next_change_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "caseload_row_clinic_id_patient_id_pk" PRIMARY KEY("clinic_id","patient_id")
);
--> statement-breakpoint
CREATE TABLE "snooze" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"reason_id" text NOT NULL,
	"trigger_on" date NOT NULL,
	"until" date NOT NULL,
	"why" text,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "snooze_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "clinic" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"country" text NOT NULL,
	"emergency_number" text NOT NULL,
	"phone" text,
	"hours" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"demo_password" text,
	"own_login_age" integer DEFAULT 16 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_set" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"base_version" text NOT NULL,
	"changes" jsonb NOT NULL,
	"adopted_on" date,
	"adopted_name" text,
	"adopted_by_id" uuid,
	"adopted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_set_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "rule_set_clinicId_number_unique" UNIQUE("clinic_id","number")
);
--> statement-breakpoint
CREATE TABLE "staff_member" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"display_name" text NOT NULL,
	"registration_number" text,
	"supervisor_id" uuid,
	"expires_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_member_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "acknowledgement" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"item" text NOT NULL,
	"limit_text" text,
	CONSTRAINT "acknowledgement_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "clearance" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"kind" "clearance_kind" NOT NULL,
	"flag" text,
	"cleared_by" text,
	"cleared_on" date,
	"what" text,
	"reason" text,
	"second_clinician" text,
	CONSTRAINT "clearance_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"sign" text NOT NULL,
	"side" "side" NOT NULL,
	"grade" "sign_grade" NOT NULL,
	"onset_on" date,
	"painful" boolean,
	"count" smallint,
	"length_cm" double precision,
	"note" text,
	CONSTRAINT "finding_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "immediate_retest" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"side" "side" NOT NULL,
	"before" double precision,
	"after" double precision NOT NULL,
	"same_rater" boolean NOT NULL,
	CONSTRAINT "immediate_retest_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "measurement" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"side" "side" NOT NULL,
	"value" double precision NOT NULL,
	"unit" text NOT NULL,
	"trials" jsonb,
	"method" text,
	"lever_m" double precision,
	"pelvis_stabilised" boolean,
	"rater" text,
	"device" text,
	"quality" "measure_quality" DEFAULT 'ok' NOT NULL,
	"note" text,
	CONSTRAINT "measurement_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "neurological_finding" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"key" text NOT NULL,
	"side" "side" NOT NULL,
	"state" text NOT NULL,
	"change" text,
	"age" text,
	CONSTRAINT "neurological_finding_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "pain_area" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"region" text NOT NULL,
	"side" "side" NOT NULL,
	"qualities" text[] NOT NULL,
	"intensity" smallint,
	CONSTRAINT "pain_area_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "psfs_activity" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"activity" text NOT NULL,
	"position" integer NOT NULL,
	"retired_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "psfs_activity_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "questionnaire_response" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"visit_id" uuid,
	"instrument" text NOT NULL,
	"instrument_version" text NOT NULL,
	"language" text NOT NULL,
	"filled_by" text NOT NULL,
	"filled_by_id" uuid,
	"answers" jsonb NOT NULL,
	"score" double precision,
	"completed" boolean NOT NULL,
	"filled_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by_id" uuid,
	CONSTRAINT "questionnaire_response_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "screening_answer" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"flag" text NOT NULL,
	"answer" "screening_answer_value" NOT NULL,
	"decision" "screening_decision",
	"reason" text,
	"recheck_on" date,
	CONSTRAINT "screening_answer_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "treatment_given" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"treatment" text NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "treatment_given_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "visit_flag" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"flag" text NOT NULL,
	"note" text,
	CONSTRAINT "visit_flag_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "home_session" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"plan_version_id" uuid,
	"performed_on" date NOT NULL,
	"performed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"clock_offset_ms" integer,
	"source" "session_source" DEFAULT 'phone' NOT NULL,
	"outcome" "item_outcome" NOT NULL,
	"pain_during" smallint,
	"pain_worst24h" smallint,
	"effort" smallint,
	"settled_next_morning" "settled_answer",
	"stop_reason" "stop_reason",
	"note" text,
	"note_read_at" timestamp with time zone,
	"note_read_by_id" uuid,
	"entered_by_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "home_session_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "home_session_clinicId_patientId_id_unique" UNIQUE("clinic_id","patient_id","id")
);
--> statement-breakpoint
CREATE TABLE "home_session_item" (
	"clinic_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"item_key" uuid NOT NULL,
	"exercise" text NOT NULL,
	"swapped_from" text,
	"outcome" "item_outcome" NOT NULL,
	"done" jsonb,
	CONSTRAINT "home_session_item_clinic_id_session_id_item_key_pk" PRIMARY KEY("clinic_id","session_id","item_key")
);
--> statement-breakpoint
CREATE TABLE "home_session_revision" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"before" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "home_session_revision_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "care_team" (
	"clinic_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "care_team_clinic_id_episode_id_member_id_pk" PRIMARY KEY("clinic_id","episode_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"item" text NOT NULL,
	"state" "consent_state" NOT NULL,
	"consented_on" date NOT NULL,
	"explained_by_id" uuid NOT NULL,
	"language" text NOT NULL,
	"detail" text,
	"visit_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consent_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "episode" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"day_zero" date NOT NULL,
	"started_on" date NOT NULL,
	"complaint" text,
	"onset_on" date,
	"initial_state" jsonb,
	"responsible_id" uuid NOT NULL,
	"next_review_on" date,
	"next_review_open" boolean DEFAULT false NOT NULL,
	"closed_on" date,
	"closing_reason" text,
	"closing_note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "episode_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "episode_clinicId_patientId_id_unique" UNIQUE("clinic_id","patient_id","id")
);
--> statement-breakpoint
CREATE TABLE "handover" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"handed_on" date NOT NULL,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "handover_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "patient" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"family_key" text NOT NULL,
	"given_key" text NOT NULL,
	"birth_date" date NOT NULL,
	"sex" "sex" NOT NULL,
	"pronouns" text,
	"phone" text,
	"email" text,
	"address" text,
	"language" text DEFAULT 'en' NOT NULL,
	"interpreter" "interpreter_need" DEFAULT 'not_needed' NOT NULL,
	"mode" "patient_mode" DEFAULT 'phone' NOT NULL,
	"occupation" text,
	"guardian_name" text,
	"guardian_phone" text,
	"guardian_relation" text,
	"next_of_kin" text,
	"dominant_side" text,
	"height_cm" double precision,
	"restricted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by_id" uuid,
	CONSTRAINT "patient_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "patient_clinicId_number_unique" UNIQUE("clinic_id","number")
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"outside_model" boolean DEFAULT false NOT NULL,
	"ended_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "plan_clinicId_patientId_id_unique" UNIQUE("clinic_id","patient_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_item" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"plan_version_id" uuid NOT NULL,
	"item_key" uuid NOT NULL,
	"exercise" text NOT NULL,
	"position" integer NOT NULL,
	"dose" jsonb NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"cautions" jsonb NOT NULL,
	"overridden_condition" text,
	"override_reason" text,
	CONSTRAINT "plan_item_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "plan_item_clinicId_planVersionId_itemKey_unique" UNIQUE("clinic_id","plan_version_id","item_key")
);
--> statement-breakpoint
CREATE TABLE "plan_pause" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"item_key" uuid,
	"cause" "pause_cause" NOT NULL,
	"visit_id" uuid,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_on" date NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_on" date,
	CONSTRAINT "plan_pause_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_version" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"phase" "phase" NOT NULL,
	"template_id" text,
	"ticks" text[] NOT NULL,
	"ticked_on" date NOT NULL,
	"left_out" jsonb NOT NULL,
	"note" text,
	"visit_id" uuid,
	"assigned_by_id" uuid NOT NULL,
	"assigned_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_version_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "plan_version_clinicId_patientId_id_unique" UNIQUE("clinic_id","patient_id","id"),
	CONSTRAINT "plan_version_clinicId_planId_number_unique" UNIQUE("clinic_id","plan_id","number")
);
--> statement-breakpoint
CREATE TABLE "report_snapshot" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"sections" text[] NOT NULL,
	"snapshot" jsonb NOT NULL,
	"snapshot_hash" text NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_snapshot_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "hold_overlay" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"flag" text NOT NULL,
	"set_by_id" uuid NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"unset_by_id" uuid,
	"unset_at" timestamp with time zone,
	"unset_reason" text,
	"signed_at" timestamp with time zone,
	CONSTRAINT "hold_overlay_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "visit" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"kind" "visit_kind" NOT NULL,
	"state" "visit_state" DEFAULT 'draft' NOT NULL,
	"visit_on" date NOT NULL,
	"seq" integer NOT NULL,
	"number" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"mass_kg" double precision,
	"height_cm" double precision,
	"narrative" jsonb,
	"decision" jsonb,
	"override" jsonb,
	"cannot_test" jsonb,
	"next_review_on" date,
	"next_review_open" boolean DEFAULT false NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"signed_at" timestamp with time zone,
	"signed_by_id" uuid,
	"signed_text" text,
	"signed_hash" text,
	"signed_mac" text,
	"signed_key" text,
	CONSTRAINT "visit_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "visit_clinicId_patientId_id_unique" UNIQUE("clinic_id","patient_id","id"),
	CONSTRAINT "visit_clinicId_episodeId_visitOn_seq_unique" UNIQUE("clinic_id","episode_id","visit_on","seq"),
	CONSTRAINT "visit_clinicId_episodeId_number_unique" UNIQUE("clinic_id","episode_id","number")
);
--> statement-breakpoint
CREATE TABLE "visit_draft_field" (
	"clinic_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"path" text NOT NULL,
	"value" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by_id" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visit_draft_field_clinic_id_visit_id_path_pk" PRIMARY KEY("clinic_id","visit_id","path")
);
--> statement-breakpoint
CREATE TABLE "visit_event" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"kind" "visit_event_kind" NOT NULL,
	"reason" text,
	"changes" jsonb,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"signed_text" text NOT NULL,
	"signed_hash" text NOT NULL,
	"signed_mac" text NOT NULL,
	"signed_key" text NOT NULL,
	CONSTRAINT "visit_event_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
ALTER TABLE "login" ADD CONSTRAINT "login_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "login" ADD CONSTRAINT "login_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_token" ADD CONSTRAINT "one_time_token_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_token" ADD CONSTRAINT "one_time_token_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_recheck" ADD CONSTRAINT "assessment_recheck_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_transition" ADD CONSTRAINT "phase_transition_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_transition" ADD CONSTRAINT "phase_transition_clinic_id_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caseload_row" ADD CONSTRAINT "caseload_row_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snooze" ADD CONSTRAINT "snooze_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snooze" ADD CONSTRAINT "snooze_clinic_id_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_clinic_id_adopted_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","adopted_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_clinic_id_supervisor_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","supervisor_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acknowledgement" ADD CONSTRAINT "acknowledgement_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "immediate_retest" ADD CONSTRAINT "immediate_retest_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "neurological_finding" ADD CONSTRAINT "neurological_finding_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pain_area" ADD CONSTRAINT "pain_area_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "psfs_activity" ADD CONSTRAINT "psfs_activity_clinic_id_patient_id_episode_id_episode_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","episode_id") REFERENCES "public"."episode"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_response" ADD CONSTRAINT "questionnaire_response_clinic_id_patient_id_episode_id_episode_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","episode_id") REFERENCES "public"."episode"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_answer" ADD CONSTRAINT "screening_answer_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "treatment_given" ADD CONSTRAINT "treatment_given_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_flag" ADD CONSTRAINT "visit_flag_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "home_session" ADD CONSTRAINT "home_session_clinic_id_patient_id_episode_id_episode_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","episode_id") REFERENCES "public"."episode"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "home_session" ADD CONSTRAINT "home_session_clinic_id_patient_id_plan_version_id_plan_version_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","plan_version_id") REFERENCES "public"."plan_version"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "home_session_item" ADD CONSTRAINT "home_session_item_clinic_id_patient_id_session_id_home_session_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","session_id") REFERENCES "public"."home_session"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "home_session_revision" ADD CONSTRAINT "home_session_revision_clinic_id_patient_id_session_id_home_session_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","session_id") REFERENCES "public"."home_session"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_team" ADD CONSTRAINT "care_team_clinic_id_patient_id_episode_id_episode_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","episode_id") REFERENCES "public"."episode"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_team" ADD CONSTRAINT "care_team_clinic_id_member_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","member_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_clinic_id_explained_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","explained_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "episode" ADD CONSTRAINT "episode_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "episode" ADD CONSTRAINT "episode_clinic_id_responsible_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","responsible_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_clinic_id_patient_id_episode_id_episode_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","episode_id") REFERENCES "public"."episode"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_clinic_id_from_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","from_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_clinic_id_to_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","to_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient" ADD CONSTRAINT "patient_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient" ADD CONSTRAINT "patient_clinic_id_created_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","created_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_clinic_id_patient_id_episode_id_episode_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","episode_id") REFERENCES "public"."episode"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_clinic_id_patient_id_plan_version_id_plan_version_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","plan_version_id") REFERENCES "public"."plan_version"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_pause" ADD CONSTRAINT "plan_pause_clinic_id_patient_id_plan_id_plan_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","plan_id") REFERENCES "public"."plan"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_clinic_id_patient_id_plan_id_plan_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","plan_id") REFERENCES "public"."plan"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_clinic_id_assigned_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","assigned_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_snapshot" ADD CONSTRAINT "report_snapshot_clinic_id_patient_id_episode_id_episode_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","episode_id") REFERENCES "public"."episode"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_snapshot" ADD CONSTRAINT "report_snapshot_clinic_id_created_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","created_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold_overlay" ADD CONSTRAINT "hold_overlay_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold_overlay" ADD CONSTRAINT "hold_overlay_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold_overlay" ADD CONSTRAINT "hold_overlay_clinic_id_set_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","set_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold_overlay" ADD CONSTRAINT "hold_overlay_clinic_id_unset_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","unset_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_clinic_id_patient_id_episode_id_episode_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","episode_id") REFERENCES "public"."episode"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_clinic_id_created_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","created_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_clinic_id_signed_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","signed_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_draft_field" ADD CONSTRAINT "visit_draft_field_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_clinic_id_patient_id_visit_id_visit_clinic_id_patient_id_id_fk" FOREIGN KEY ("clinic_id","patient_id","visit_id") REFERENCES "public"."visit"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_clinic_id_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "login_user_id_index" ON "login" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "login_membership_id_index" ON "login" USING btree ("membership_id");--> statement-breakpoint
CREATE INDEX "membership_user_id_index" ON "membership" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "membership_clinic_id_patient_id_index" ON "membership" USING btree ("clinic_id","patient_id");--> statement-breakpoint
CREATE INDEX "one_time_token_clinic_id_patient_id_index" ON "one_time_token" USING btree ("clinic_id","patient_id");--> statement-breakpoint
CREATE INDEX "assessment_clinic_id_episode_id_index" ON "assessment" USING btree ("clinic_id","episode_id");--> statement-breakpoint
CREATE INDEX "assessment_recheck_clinic_id_visit_id_index" ON "assessment_recheck" USING btree ("clinic_id","visit_id");--> statement-breakpoint
CREATE INDEX "phase_transition_clinic_id_episode_id_index" ON "phase_transition" USING btree ("clinic_id","episode_id");--> statement-breakpoint
CREATE INDEX "audit_event_clinic_id_patient_id_seq_index" ON "audit_event" USING btree ("clinic_id","patient_id","seq");--> statement-breakpoint
CREATE INDEX "write_receipt_clinic_id_at_index" ON "write_receipt" USING btree ("clinic_id","at");--> statement-breakpoint
CREATE INDEX "caseload_need" ON "caseload_row" USING btree ("clinic_id","need_rank","need_since","family_key","patient_id");--> statement-breakpoint
CREATE INDEX "caseload_mine" ON "caseload_row" USING btree ("clinic_id","responsible_id","need_rank","need_since","family_key","patient_id");--> statement-breakpoint
CREATE INDEX "caseload_phase" ON "caseload_row" USING btree ("clinic_id","phase","need_rank","need_since","family_key","patient_id");--> statement-breakpoint
CREATE INDEX "caseload_family" ON "caseload_row" USING btree ("clinic_id","family_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "caseload_given" ON "caseload_row" USING btree ("clinic_id","given_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "caseload_due" ON "caseload_row" USING btree ("clinic_id","next_change_at");--> statement-breakpoint
CREATE INDEX "snooze_clinic_id_patient_id_index" ON "snooze" USING btree ("clinic_id","patient_id");--> statement-breakpoint
CREATE INDEX "rule_set_clinic_id_adopted_at_index" ON "rule_set" USING btree ("clinic_id","adopted_at");--> statement-breakpoint
CREATE INDEX "acknowledgement_clinic_id_visit_id_index" ON "acknowledgement" USING btree ("clinic_id","visit_id");--> statement-breakpoint
CREATE INDEX "clearance_clinic_id_visit_id_index" ON "clearance" USING btree ("clinic_id","visit_id");--> statement-breakpoint
CREATE INDEX "finding_clinic_id_visit_id_index" ON "finding" USING btree ("clinic_id","visit_id");--> statement-breakpoint
CREATE INDEX "immediate_retest_clinic_id_visit_id_index" ON "immediate_retest" USING btree ("clinic_id","visit_id");--> statement-breakpoint
CREATE INDEX "measurement_clinic_id_visit_id_index" ON "measurement" USING btree ("clinic_id","visit_id");--> statement-breakpoint
CREATE INDEX "measurement_clinic_id_patient_id_measure_index" ON "measurement" USING btree ("clinic_id","patient_id","measure");--> statement-breakpoint
CREATE INDEX "neurological_finding_clinic_id_visit_id_index" ON "neurological_finding" USING btree ("clinic_id","visit_id");--> statement-breakpoint
CREATE INDEX "pain_area_clinic_id_visit_id_index" ON "pain_area" USING btree ("clinic_id","visit_id");--> statement-breakpoint
CREATE INDEX "psfs_activity_clinic_id_episode_id_index" ON "psfs_activity" USING btree ("clinic_id","episode_id");--> statement-breakpoint
CREATE INDEX "questionnaire_response_clinic_id_patient_id_instrument_index" ON "questionnaire_response" USING btree ("clinic_id","patient_id","instrument");--> statement-breakpoint
CREATE INDEX "questionnaire_response_clinic_id_visit_id_index" ON "questionnaire_response" USING btree ("clinic_id","visit_id");--> statement-breakpoint
CREATE INDEX "screening_answer_clinic_id_visit_id_index" ON "screening_answer" USING btree ("clinic_id","visit_id");--> statement-breakpoint
CREATE INDEX "treatment_given_clinic_id_visit_id_index" ON "treatment_given" USING btree ("clinic_id","visit_id");--> statement-breakpoint
CREATE INDEX "visit_flag_clinic_id_visit_id_index" ON "visit_flag" USING btree ("clinic_id","visit_id");--> statement-breakpoint
CREATE INDEX "home_session_clinic_id_patient_id_performed_on_index" ON "home_session" USING btree ("clinic_id","patient_id","performed_on");--> statement-breakpoint
CREATE INDEX "home_session_revision_clinic_id_session_id_index" ON "home_session_revision" USING btree ("clinic_id","session_id");--> statement-breakpoint
CREATE INDEX "consent_clinic_id_patient_id_item_index" ON "consent" USING btree ("clinic_id","patient_id","item");--> statement-breakpoint
CREATE UNIQUE INDEX "episode_one_open" ON "episode" USING btree ("clinic_id","patient_id") WHERE closed_on is null;--> statement-breakpoint
CREATE INDEX "handover_clinic_id_episode_id_index" ON "handover" USING btree ("clinic_id","episode_id");--> statement-breakpoint
CREATE INDEX "patient_clinic_id_family_key_index" ON "patient" USING btree ("clinic_id","family_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "patient_clinic_id_given_key_index" ON "patient" USING btree ("clinic_id","given_key" text_pattern_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "plan_one_running" ON "plan" USING btree ("clinic_id","episode_id") WHERE ended_on is null;--> statement-breakpoint
CREATE INDEX "plan_pause_clinic_id_plan_id_index" ON "plan_pause" USING btree ("clinic_id","plan_id");--> statement-breakpoint
CREATE INDEX "report_snapshot_clinic_id_patient_id_created_at_index" ON "report_snapshot" USING btree ("clinic_id","patient_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "hold_overlay_one_open" ON "hold_overlay" USING btree ("clinic_id","visit_id","flag") WHERE unset_at is null and signed_at is null;--> statement-breakpoint
CREATE INDEX "hold_overlay_clinic_id_patient_id_index" ON "hold_overlay" USING btree ("clinic_id","patient_id");--> statement-breakpoint
CREATE INDEX "visit_clinic_id_patient_id_visit_on_seq_index" ON "visit" USING btree ("clinic_id","patient_id","visit_on","seq");--> statement-breakpoint
CREATE INDEX "visit_drafts" ON "visit" USING btree ("clinic_id","created_by_id") WHERE state = 'draft';--> statement-breakpoint
CREATE INDEX "visit_event_clinic_id_visit_id_index" ON "visit_event" USING btree ("clinic_id","visit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_event_one_void" ON "visit_event" USING btree ("clinic_id","visit_id") WHERE kind = 'void';