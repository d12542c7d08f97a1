import { Migration } from "@mikro-orm/migrations";

/** Imports in the browser: whose a batch is, when it last moved, and the headings a vendor's exports use. */
export class ImportColumns extends Migration {
  override up(): void {
    this.addSql(`alter table "import_batch" add column "vendor_id" uuid null`);
    this.addSql(`alter table "import_batch" add column "problem" varchar(24) null`);
    this.addSql(`alter table "import_batch" add column "progressed_at" timestamptz(3) null`);
    this.addSql(
      `update "import_batch" set "progressed_at" = coalesce("finished_at", "created_at")`,
    );
    this.addSql(`alter table "import_batch" alter column "progressed_at" set not null`);
    this.addSql(
      `alter table "import_batch" add constraint "import_batch_vendor_id_foreign" foreign key ("vendor_id") references "vendor" ("id") on delete no action`,
    );
    this.addSql(`create table "import_column_map" (
      "vendor_id" uuid not null,
      "field" varchar(20) not null,
      "heading" varchar(100) not null,
      primary key ("vendor_id", "field")
    )`);
    this.addSql(
      `alter table "import_column_map" add constraint "import_column_map_vendor_id_foreign" foreign key ("vendor_id") references "vendor" ("id") on delete cascade`,
    );
  }
}
