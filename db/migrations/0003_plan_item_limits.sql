ALTER TABLE "visit" ALTER COLUMN "number" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "input" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment_recheck" ADD COLUMN "input" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_item" ADD COLUMN "pain_limit" smallint NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_item" ADD COLUMN "limit_text" text;--> statement-breakpoint
ALTER TABLE "plan_item" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "plan_item" ADD COLUMN "reduced" jsonb;--> statement-breakpoint
ALTER TABLE "plan_version" ADD COLUMN "assigned_on" date NOT NULL;