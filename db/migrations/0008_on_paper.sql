CREATE TYPE "public"."subscription_kind" AS ENUM('calendar', 'reminder');--> statement-breakpoint
CREATE TABLE "subscription" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "subscription_kind" NOT NULL,
	"clinic_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"language" text NOT NULL,
	"last_sent_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "subscription_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "report_share" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"shared_by_id" uuid NOT NULL,
	"shared_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "report_share_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
ALTER TABLE "login" ADD COLUMN "handed_patient_id" uuid;--> statement-breakpoint
ALTER TABLE "questionnaire_response" ADD COLUMN "handed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "home_session" ADD COLUMN "voided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_share" ADD CONSTRAINT "report_share_clinic_id_report_id_report_snapshot_clinic_id_id_fk" FOREIGN KEY ("clinic_id","report_id") REFERENCES "public"."report_snapshot"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_share" ADD CONSTRAINT "report_share_clinic_id_shared_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","shared_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_one_running" ON "subscription" USING btree ("membership_id","kind") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "report_share_one_running" ON "report_share" USING btree ("clinic_id","report_id") WHERE ended_at is null;--> statement-breakpoint
select guard.protect('report_share', $$patient_id = nullif(current_setting('app.patient_id', true), '')::uuid$$);
--> statement-breakpoint
revoke all on subscription from public;
--> statement-breakpoint
grant select, insert, update on subscription to app_auth;
