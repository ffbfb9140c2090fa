ALTER TABLE "caseload_row" ADD COLUMN "phone_key" text;--> statement-breakpoint
CREATE INDEX "caseload_phone" ON "caseload_row" USING btree ("clinic_id","phone_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "caseload_number" ON "caseload_row" USING btree ("clinic_id","number");--> statement-breakpoint
-- The owner is bound by row-level security too; rows of every clinic are meant here.
ALTER TABLE "caseload_row" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "caseload_row" SET
  "phone_key" = reverse(regexp_replace(regexp_replace("phone", '\D', '', 'g'), '^0+', '')),
  "need_rank" = CASE WHEN "episode_id" IS NULL THEN 100 ELSE "need_rank" END;--> statement-breakpoint
ALTER TABLE "caseload_row" FORCE ROW LEVEL SECURITY;
