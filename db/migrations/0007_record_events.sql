ALTER TYPE "public"."transition_kind" ADD VALUE 'void';--> statement-breakpoint
ALTER TABLE "assessment_recheck" ADD COLUMN "fold_state" jsonb;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "signed_supervised" boolean DEFAULT false NOT NULL;