import { Migration } from "@mikro-orm/migrations";

/** The review of a form: what was decided of each row, by whom, and the hash of what was frozen. */
export class ScorecardReview extends Migration {
  override up(): void {
    this.addSql(`alter table "scorecard" add column "sent_at" timestamptz(3) null`);
    this.addSql(`alter table "scorecard" add column "touched_at" timestamptz(3) null`);
    this.addSql(`alter table "scorecard" add column "content_hash" char(64) null`);
    this.addSql(`create table "scorecard_row_review" (
      "scorecard_id" uuid not null,
      "row" smallint not null,
      "state" varchar(20) not null,
      "value" varchar(16) null,
      "reason" varchar(200) null,
      "decided_by" varchar(120) not null,
      "decided_at" timestamptz(3) not null,
      "seconded_by" varchar(120) null,
      "seconded_at" timestamptz(3) null,
      primary key ("scorecard_id", "row")
    )`);
    this.addSql(
      `alter table "scorecard_row_review" add constraint "scorecard_row_review_scorecard_id_foreign" foreign key ("scorecard_id") references "scorecard" ("id")`,
    );
    this.addSql(
      `alter table "scorecard_row_review" add constraint "scorecard_row_review_by_two" check (seconded_by is null or seconded_by::text <> decided_by::text)`,
    );
  }
}
