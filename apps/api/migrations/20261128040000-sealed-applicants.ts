import { Migration } from "@mikro-orm/migrations";

/**
 * Names, notes and tracking numbers are kept sealed. The keys are not at hand here: what stands in the
 * clear is set aside in a table that the next start seals from and drops (app/seal-applicants.ts).
 */
export class SealedApplicants extends Migration {
  override up(): void {
    this.addSql(`do $$ begin
      if exists (select from service_case) then
        create table plain_applicant as
          select id as case_id, applicant_name, note, tracking_number from service_case;
        alter table plain_applicant add primary key (case_id);
      end if;
    end $$`);
    this.addSql(`alter table "service_case"
      drop column "applicant_name", drop column "note", drop column "tracking_number",
      add column "applicant_sealed" text null, add column "applicant_tokens" int[] null,
      add column "note_sealed" text null, add column "tracking_sealed" text null,
      add column "erased_at" timestamptz(3) null,
      alter column "identity_sealed" drop not null, alter column "identity_index" drop not null,
      alter column "identity_masked" drop not null`);
    for (const what of ["applicant", "note", "tracking"]) {
      this.addSql(
        `alter table "service_case" add constraint "service_case_${what}_is_sealed" check (starts_with(${what}_sealed, 'v1.'::text))`,
      );
    }
    this.addSql(
      `create index "service_case_applicant_tokens" on "service_case" using gin ("applicant_tokens")`,
    );
  }
}
