DROP INDEX "caseload_need";--> statement-breakpoint
ALTER TABLE "caseload_row" ADD COLUMN "reason_bits" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- The owner is bound by row-level security too; rows of every clinic are meant here.
ALTER TABLE "caseload_row" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "caseload_row" SET "reason_bits" = (
  SELECT bit_or(1 << (reason->>'order')::int) FROM jsonb_array_elements("reasons") reason
) WHERE jsonb_array_length("reasons") > 0;--> statement-breakpoint
ALTER TABLE "caseload_row" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "caseload_need" ON "caseload_row" USING btree ("clinic_id","need_rank","need_since","need_order","family_key","patient_id","reason_bits");
