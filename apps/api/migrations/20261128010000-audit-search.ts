import { Migration } from "@mikro-orm/migrations";

/** Acts of one name are found without a walk through the chain: searches, and the last verification. */
export class AuditSearch extends Migration {
  override up(): void {
    this.addSql(
      `create index "audit_entry_act_sequence_index" on "audit_entry" ("act", "sequence")`,
    );
  }
}
