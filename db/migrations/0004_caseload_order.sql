DROP INDEX "caseload_need";--> statement-breakpoint
DROP INDEX "caseload_mine";--> statement-breakpoint
DROP INDEX "caseload_phase";--> statement-breakpoint
ALTER TABLE "caseload_row" ALTER COLUMN "need_since" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "caseload_row" ADD COLUMN "snoozed" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "caseload_row" ADD COLUMN "need_order" smallint NOT NULL;--> statement-breakpoint
ALTER TABLE "snooze" ADD COLUMN "above" text[] NOT NULL;--> statement-breakpoint
CREATE INDEX "caseload_need" ON "caseload_row" USING btree ("clinic_id","need_rank","need_since","need_order","family_key","patient_id");--> statement-breakpoint
CREATE INDEX "caseload_mine" ON "caseload_row" USING btree ("clinic_id","responsible_id","need_rank","need_since","need_order","family_key","patient_id");--> statement-breakpoint
CREATE INDEX "caseload_phase" ON "caseload_row" USING btree ("clinic_id","phase","need_rank","need_since","need_order","family_key","patient_id");