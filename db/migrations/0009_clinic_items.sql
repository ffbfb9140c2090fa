CREATE TABLE "clinic_item" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"copied_from" text,
	"archived_at" timestamp with time zone,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clinic_item_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "clinic_item_version" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"photo_id" uuid,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clinic_item_version_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "clinic_item_version_clinicId_itemId_number_unique" UNIQUE("clinic_id","item_id","number")
);
--> statement-breakpoint
CREATE TABLE "clinic_template" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"phase" "phase" NOT NULL,
	"outside_model" boolean DEFAULT false NOT NULL,
	"items" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clinic_template_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "exercise_photo" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"bytes" "bytea" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exercise_photo_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "favourite_exercise" (
	"clinic_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"exercise" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "favourite_exercise_clinic_id_member_id_exercise_pk" PRIMARY KEY("clinic_id","member_id","exercise")
);
--> statement-breakpoint
ALTER TABLE "clinic_item" ADD CONSTRAINT "clinic_item_clinic_id_created_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","created_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinic_item_version" ADD CONSTRAINT "clinic_item_version_clinic_id_item_id_clinic_item_clinic_id_id_fk" FOREIGN KEY ("clinic_id","item_id") REFERENCES "public"."clinic_item"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinic_item_version" ADD CONSTRAINT "clinic_item_version_clinic_id_photo_id_exercise_photo_clinic_id_id_fk" FOREIGN KEY ("clinic_id","photo_id") REFERENCES "public"."exercise_photo"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinic_item_version" ADD CONSTRAINT "clinic_item_version_clinic_id_created_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","created_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinic_template" ADD CONSTRAINT "clinic_template_clinic_id_created_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","created_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_photo" ADD CONSTRAINT "exercise_photo_clinic_id_created_by_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","created_by_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourite_exercise" ADD CONSTRAINT "favourite_exercise_clinic_id_member_id_staff_member_clinic_id_id_fk" FOREIGN KEY ("clinic_id","member_id") REFERENCES "public"."staff_member"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clinic_item_version_clinic_id_photo_id_index" ON "clinic_item_version" USING btree ("clinic_id","photo_id");--> statement-breakpoint
select guard.protect(name::regclass, null)
from unnest(array['clinic_item', 'clinic_item_version', 'clinic_template', 'exercise_photo', 'favourite_exercise']) as name;
--> statement-breakpoint
-- What a plan may name stays as it was when it was assigned; an edit is a version of its own.
select guard.append_only(name::regclass) from unnest(array['clinic_item_version', 'exercise_photo']) as name;
--> statement-breakpoint
-- No clinical entry: what a clinician wants found first today.
grant delete on favourite_exercise to app_rt;
