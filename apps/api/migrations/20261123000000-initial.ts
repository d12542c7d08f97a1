import { Migration } from "@mikro-orm/migrations";

/** The ground: tenants, rules with versions, cases with clocks, scorecards, and the audit chain. */
export class Initial extends Migration {
  override up(): void {
    this.addSql(`create table "audit_entry" (
      "sequence" bigint not null,
      "occurred_at" timestamptz(3) not null,
      "actor_kind" varchar(16) not null,
      "actor_id" varchar(120) not null,
      "act" varchar(60) not null,
      "subject_type" varchar(40) null,
      "subject_id" varchar(80) null,
      "request_id" varchar(60) not null,
      "body" text not null,
      "hash" bytea not null,
      "algorithm" varchar(24) not null,
      "key_id" uuid not null,
      primary key ("sequence")
    )`);
    this.addSql(`create index "audit_entry_occurred_at_index" on "audit_entry" ("occurred_at")`);
    this.addSql(
      `create index "audit_entry_actor_id_sequence_index" on "audit_entry" ("actor_id", "sequence")`,
    );
    this.addSql(
      `create index "audit_entry_subject_type_subject_id_sequence_index" on "audit_entry" ("subject_type", "subject_id", "sequence")`,
    );
    this.addSql(`create table "audit_head" (
      "id" smallint not null,
      "sequence" bigint not null,
      "hash" bytea not null,
      primary key ("id")
    )`);
    this.addSql(`alter table "audit_head" add constraint "audit_head_single" check (id = 1)`);
    this.addSql(`create table "calendar_version" (
      "id" uuid not null,
      "number" int not null,
      "spec" jsonb not null,
      "created_at" timestamptz(3) not null,
      primary key ("id")
    )`);
    this.addSql(
      `alter table "calendar_version" add constraint "calendar_version_number_unique" unique ("number")`,
    );
    this.addSql(`create table "data_key" (
      "id" uuid not null,
      "data_class" varchar(40) not null,
      "wrapped" text not null,
      "created_at" timestamptz(3) not null,
      primary key ("id")
    )`);
    this.addSql(
      `alter table "data_key" add constraint "data_key_data_class_created_at_unique" unique ("data_class", "created_at")`,
    );
    this.addSql(`create table "idempotency_key" (
      "actor_id" varchar(120) not null,
      "operation" varchar(60) not null,
      "key" varchar(120) not null,
      "request_hash" char(64) not null,
      "outcome" jsonb null,
      "created_at" timestamptz(3) not null,
      primary key ("actor_id", "operation", "key")
    )`);
    this.addSql(
      `create index "idempotency_key_created_at_index" on "idempotency_key" ("created_at")`,
    );
    this.addSql(`create table "import_batch" (
      "id" uuid not null,
      "file_name" varchar(200) not null,
      "file_digest" char(64) not null,
      "state" varchar(12) not null,
      "staged_line" int not null default 0,
      "committed_line" int not null default 0,
      "lines_read" int not null default 0,
      "imported" int not null default 0,
      "skipped" int not null default 0,
      "rejected" int not null default 0,
      "created_at" timestamptz(3) not null,
      "created_by" varchar(120) not null,
      "finished_at" timestamptz(3) null,
      "version" int not null default 1,
      primary key ("id")
    )`);
    this.addSql(`create index "import_batch_file_digest_index" on "import_batch" ("file_digest")`);
    this.addSql(
      `create index "import_batch_created_at_id_index" on "import_batch" ("created_at", "id")`,
    );
    this.addSql(`create table "import_line" (
      "batch_id" uuid not null,
      "line" int not null,
      "outcome" varchar(8) not null,
      "number" varchar(40) null,
      "vendor_id" uuid null,
      "content_digest" varchar(24) null,
      "record" text null,
      "faults" jsonb not null,
      primary key ("batch_id", "line")
    )`);
    this.addSql(
      `create index "import_line_batch_id_number_vendor_id_index" on "import_line" ("batch_id", "number", "vendor_id")`,
    );
    this.addSql(`create table "installation_mark" (
      "name" varchar(60) not null,
      "made_at" timestamptz(3) not null,
      primary key ("name")
    )`);
    this.addSql(`create table "policy_version" (
      "id" uuid not null,
      "valid_from" date not null,
      "parameters" jsonb not null,
      "created_at" timestamptz(3) not null,
      primary key ("id")
    )`);
    this.addSql(
      `alter table "policy_version" add constraint "policy_version_valid_from_unique" unique ("valid_from")`,
    );
    this.addSql(`create table "region" (
      "code" char(6) not null,
      "name" varchar(40) not null,
      primary key ("code")
    )`);
    this.addSql(`create table "vendor" (
      "id" uuid not null,
      "code" varchar(8) not null,
      "name" varchar(60) not null,
      "printed_name" varchar(80) not null,
      "joined_on" date not null,
      "left_on" date null,
      primary key ("id")
    )`);
    this.addSql(`alter table "vendor" add constraint "vendor_code_unique" unique ("code")`);
    this.addSql(`alter table "vendor" add constraint "vendor_name_unique" unique ("name")`);
    this.addSql(`create table "user_account" (
      "id" uuid not null,
      "username" varchar(40) not null,
      "display_name" varchar(60) not null,
      "roles" text[] not null,
      "vendor_id" uuid null,
      "region_code" char(6) null,
      "password_hash" varchar(200) not null,
      "failed_sign_ins" int not null default 0,
      "locked_until" timestamptz(3) null,
      "created_at" timestamptz(3) not null,
      primary key ("id")
    )`);
    this.addSql(
      `alter table "user_account" add constraint "user_account_username_unique" unique ("username")`,
    );
    this.addSql(`create table "session" (
      "id" uuid not null,
      "token_hash" bytea not null,
      "user_id" uuid not null,
      "created_at" timestamptz(3) not null,
      "last_seen_at" timestamptz(3) not null,
      "expires_at" timestamptz(3) not null,
      primary key ("id")
    )`);
    this.addSql(
      `alter table "session" add constraint "session_token_hash_unique" unique ("token_hash")`,
    );
    this.addSql(`create index "session_user_id_index" on "session" ("user_id")`);
    this.addSql(`create index "session_expires_at_index" on "session" ("expires_at")`);
    this.addSql(`create table "service_case" (
      "id" uuid not null,
      "vendor_id" uuid not null,
      "number" varchar(40) not null,
      "region_code" char(6) null,
      "request_kind" varchar(16) not null,
      "applicant_kind" varchar(20) not null,
      "applicant_name" varchar(120) not null,
      "identity_sealed" text not null,
      "identity_index" bytea not null,
      "identity_masked" varchar(18) not null,
      "handler" varchar(40) null,
      "channel" varchar(8) not null,
      "delivery" varchar(8) not null,
      "arrived_at" timestamptz(3) null,
      "received_at" timestamptz(3) not null,
      "completed_at" timestamptz(3) null,
      "cancelled_at" timestamptz(3) null,
      "mailed_at" timestamptz(3) null,
      "tracking_number" varchar(60) null,
      "fee_fen" int null,
      "note" varchar(500) null,
      "import_batch_id" uuid null,
      "import_line" int null,
      "content_digest" varchar(24) not null,
      "created_at" timestamptz(3) not null,
      "version" int not null default 1,
      "policy_version_id" uuid not null,
      "calendar_version_id" uuid not null,
      "clock_state" varchar(12) not null,
      "completion" varchar(16) not null,
      "mailing" varchar(16) not null,
      "due_at" timestamptz(3) null,
      "breaches_at" timestamptz(3) null,
      "other_due_at" timestamptz(3) null,
      "readings_differ" boolean null,
      "elapsed_ms" bigint null,
      "paused_ms" bigint null,
      "counts_on" date not null,
      "quarter" char(6) not null,
      primary key ("id")
    )`);
    this.addSql(
      `create index "service_case_number_prefix" on "service_case" ("number" text_pattern_ops)`,
    );
    this.addSql(
      `create index "service_case_received_at_id_index" on "service_case" ("received_at", "id")`,
    );
    this.addSql(
      `create index "service_case_vendor_id_received_at_id_index" on "service_case" ("vendor_id", "received_at", "id")`,
    );
    this.addSql(
      `create index "service_case_quarter_vendor_id_channel_clock_state_index" on "service_case" ("quarter", "vendor_id", "channel", "clock_state")`,
    );
    this.addSql(
      `create index "service_case_identity_index_index" on "service_case" ("identity_index")`,
    );
    this.addSql(
      `create index "service_case_import_batch_id_index" on "service_case" ("import_batch_id")`,
    );
    this.addSql(
      `create index "service_case_region_code_received_at_id_index" on "service_case" ("region_code", "received_at", "id")`,
    );
    this.addSql(
      `alter table "service_case" add constraint "service_case_vendor_id_number_unique" unique ("vendor_id", "number")`,
    );
    this.addSql(
      `alter table "service_case" add constraint "service_case_identity_is_sealed" check (starts_with(identity_sealed, 'v1.'::text))`,
    );
    this.addSql(
      `alter table "service_case" add constraint "service_case_fee_not_negative" check (fee_fen >= 0)`,
    );
    this.addSql(`create table "case_pause" (
      "id" uuid not null,
      "case_id" uuid not null,
      "from_at" timestamptz(3) not null,
      "to_at" timestamptz(3) null,
      "reason" varchar(24) not null,
      "voided" boolean not null default false,
      primary key ("id")
    )`);
    this.addSql(
      `create index "case_pause_case_id_from_at_index" on "case_pause" ("case_id", "from_at")`,
    );
    this.addSql(`create table "scorecard" (
      "id" uuid not null,
      "vendor_id" uuid not null,
      "quarter" char(6) not null,
      "revision" int not null,
      "state" varchar(16) not null,
      "policy_version_id" uuid not null,
      "rows" jsonb not null,
      "proposed_at" timestamptz(3) not null,
      "frozen_at" timestamptz(3) null,
      "version" int not null default 1,
      primary key ("id")
    )`);
    this.addSql(`create index "scorecard_quarter_index" on "scorecard" ("quarter")`);
    this.addSql(
      `alter table "scorecard" add constraint "scorecard_vendor_id_quarter_revision_unique" unique ("vendor_id", "quarter", "revision")`,
    );
    this.addSql(`create table "online_channel" (
      "id" uuid not null,
      "vendor_id" uuid not null,
      "url" varchar(400) not null,
      "registered_on" date not null,
      "closed_on" date null,
      primary key ("id")
    )`);
    this.addSql(`create index "online_channel_vendor_id_index" on "online_channel" ("vendor_id")`);
    this.addSql(
      `alter table "import_line" add constraint "import_line_batch_id_foreign" foreign key ("batch_id") references "import_batch" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "user_account" add constraint "user_account_vendor_id_foreign" foreign key ("vendor_id") references "vendor" ("id") on delete no action`,
    );
    this.addSql(
      `alter table "user_account" add constraint "user_account_region_code_foreign" foreign key ("region_code") references "region" ("code") on delete no action`,
    );
    this.addSql(
      `alter table "session" add constraint "session_user_id_foreign" foreign key ("user_id") references "user_account" ("id")`,
    );
    this.addSql(
      `alter table "service_case" add constraint "service_case_vendor_id_foreign" foreign key ("vendor_id") references "vendor" ("id")`,
    );
    this.addSql(
      `alter table "service_case" add constraint "service_case_region_code_foreign" foreign key ("region_code") references "region" ("code") on delete no action`,
    );
    this.addSql(
      `alter table "service_case" add constraint "service_case_import_batch_id_foreign" foreign key ("import_batch_id") references "import_batch" ("id") on delete no action`,
    );
    this.addSql(
      `alter table "service_case" add constraint "service_case_policy_version_id_foreign" foreign key ("policy_version_id") references "policy_version" ("id")`,
    );
    this.addSql(
      `alter table "service_case" add constraint "service_case_calendar_version_id_foreign" foreign key ("calendar_version_id") references "calendar_version" ("id")`,
    );
    this.addSql(
      `alter table "case_pause" add constraint "case_pause_case_id_foreign" foreign key ("case_id") references "service_case" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "scorecard" add constraint "scorecard_vendor_id_foreign" foreign key ("vendor_id") references "vendor" ("id")`,
    );
    this.addSql(
      `alter table "scorecard" add constraint "scorecard_policy_version_id_foreign" foreign key ("policy_version_id") references "policy_version" ("id")`,
    );
    this.addSql(
      `alter table "online_channel" add constraint "online_channel_vendor_id_foreign" foreign key ("vendor_id") references "vendor" ("id")`,
    );
    this.addSql(
      `insert into "audit_head" ("id", "sequence", "hash") values (1, 0, decode(repeat('00', 32), 'hex'))`,
    );
  }
}
