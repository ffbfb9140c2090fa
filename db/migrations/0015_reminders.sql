CREATE TYPE "public"."reminder_failure" AS ENUM('no_address', 'unreachable', 'refused', 'unsure');--> statement-breakpoint
ALTER TABLE "subscription" ADD COLUMN "hour" smallint;--> statement-breakpoint
ALTER TABLE "subscription" ADD COLUMN "tried_on" date;--> statement-breakpoint
ALTER TABLE "subscription" ADD COLUMN "tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "subscription" ADD COLUMN "retry_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "subscription" ADD COLUMN "failure" "reminder_failure";