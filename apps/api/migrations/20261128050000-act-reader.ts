import { Migration } from "@mikro-orm/migrations";

/** How far each reader of the chain of acts has come. */
export class ActReaders extends Migration {
  override up(): void {
    this.addSql(
      `create table "act_reader" ("name" varchar(60) not null, "sequence" bigint not null, primary key ("name"))`,
    );
  }
}
