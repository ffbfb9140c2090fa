CREATE TABLE "measure_order" (
	"clinic_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"profile" text NOT NULL,
	"rows" text[] NOT NULL,
	CONSTRAINT "measure_order_clinic_id_user_id_profile_pk" PRIMARY KEY("clinic_id","user_id","profile")
);
--> statement-breakpoint
CREATE TABLE "phrase" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"trigger" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "phrase_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "phrase_clinicId_userId_trigger_unique" UNIQUE("clinic_id","user_id","trigger")
);
--> statement-breakpoint
ALTER TABLE "measure_order" ADD CONSTRAINT "measure_order_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrase" ADD CONSTRAINT "phrase_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- A person's own; whoever signs in as a patient never sees staff's, and a phrase may be thrown away.
select guard.protect(name::regclass, $$user_id = nullif(current_setting('app.user_id', true), '')::uuid$$)
from unnest(array['measure_order', 'phrase']) as name;
--> statement-breakpoint
grant delete on phrase to app_rt;
